using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>ID</c>: an opaque name (section 3.5.5), given as a string or an integer. Its runtime value is a <see cref="string"/>.</summary>
public sealed class IdType : ScalarType
{
    /// <summary>The one instance.</summary>
    public static IdType Instance { get; } = new();

    private IdType()
        : base("ID")
    {
        IsSpecified = true;
        Description = "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.";
    }

    /// <inheritdoc/>
    public override bool TryParseLiteral(ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? error)
    {
        value = node switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Value,
            _ => null,
        };
        error = value is null ? $"ID cannot represent a non-string and non-integer value: {ValuePrinter.Print(node)}" : null;
        return error is null;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number when json.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),

            // The decimal has rounded what is too fine for it.
            JsonValueKind.Number when json.TryGetDecimal(out var number) && decimal.IsInteger(number) && double.IsInteger(json.GetDouble()) => number.ToString("0", CultureInfo.InvariantCulture),
            _ => null,
        };
        error = value is null ? $"ID cannot represent value: {ValuePrinter.Inspect(json)}" : null;
        return error is null;
    }

    /// <inheritdoc/>
    public override string? TryWriteValue(object value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                return null;
            case Guid guid:
                writer.WriteStringValue(guid);
                return null;
            case double number when double.IsInteger(number):
                writer.WriteStringValue(number == 0 ? "0" : number.ToString("F0", CultureInfo.InvariantCulture));
                return null;
            case int or long or short or byte or sbyte or ushort or uint or ulong:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                return null;
            default:
                return $"ID cannot represent value: {ValuePrinter.Inspect(value)}";
        }
    }
}
