using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>String</c>: Unicode text (section 3.5.3).</summary>
public sealed class StringType : ScalarType
{
    /// <summary>The one instance.</summary>
    public static StringType Instance { get; } = new();

    private StringType()
        : base("String")
    {
        IsSpecified = true;
        RuntimeType = typeof(string);
        Description = "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.";
    }

    /// <inheritdoc/>
    public override bool TryParseLiteral(ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? error)
    {
        if (node is StringValueNode text)
        {
            (value, error) = (text.Value, null);
            return true;
        }

        (value, error) = (null, $"String cannot represent a non string value: {ValuePrinter.Print(node)}");
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            (value, error) = (json.GetString(), null);
            return true;
        }

        (value, error) = (null, $"String cannot represent a non string value: {ValuePrinter.Inspect(json)}");
        return false;
    }

    /// <inheritdoc/>
    public override string? TryWriteValue(object value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                return null;
            case bool truth:
                writer.WriteStringValue(truth ? "true" : "false");
                return null;
            case double number when !double.IsFinite(number):
            case float single when !float.IsFinite(single):
                return $"String cannot represent value: {ValuePrinter.Inspect(value)}";
            case char or Guid or Uri or int or long or short or byte or sbyte or ushort or uint or ulong or float or double or decimal:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                return null;
            default:
                return $"String cannot represent value: {ValuePrinter.Inspect(value)}";
        }
    }
}
