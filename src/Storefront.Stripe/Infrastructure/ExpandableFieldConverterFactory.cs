using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storefront.Stripe.Infrastructure;

/// <summary>Reads and writes <see cref="ExpandableField{T}"/> as a string or an object.</summary>
internal sealed class ExpandableFieldConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ExpandableField<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<ExpandableField<T>>
        where T : class, IHasId
    {
        public override ExpandableField<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return new ExpandableField<T>(reader.GetString()!);
            }

            var expanded = JsonSerializer.Deserialize<T>(ref reader, options)!;
            return new ExpandableField<T>(expanded.Id, expanded);
        }

        public override void Write(Utf8JsonWriter writer, ExpandableField<T> value, JsonSerializerOptions options)
        {
            if (value.ExpandedObject is { } expanded)
            {
                JsonSerializer.Serialize(writer, expanded, options);
            }
            else
            {
                writer.WriteStringValue(value.Id);
            }
        }
    }
}
