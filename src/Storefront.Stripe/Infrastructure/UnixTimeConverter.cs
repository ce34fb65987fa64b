using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storefront.Stripe.Infrastructure;

/// <summary>Instants as whole seconds since 1970; a fraction, which Stripe never sends, is cut off.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeSeconds(reader.TryGetInt64(out var seconds) ? seconds : (long)reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
