using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>Long</c> (a custom scalar, section 3.5): a signed 64-bit integer, a number in JSON. Its runtime value is a <see cref="long"/>.</summary>
public sealed class LongType : ScalarType
{
    /// <summary>Creates the type.</summary>
    public LongType()
        : base("Long")
    {
        RuntimeType = typeof(long);
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc8259#section-6";
        Description = "A whole number between -(2^63) and 2^63 - 1.";
    }

    /// <inheritdoc/>
    public override bool TryParseLiteral(ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? error)
    {
        if (node is IntValueNode literal && long.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            (value, error) = (number, null);
            return true;
        }

        (value, error) = (null, $"Long cannot represent value: {ValuePrinter.Print(node)}");
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        // 1.0 and 1e2 are integers too; only the value counts in JSON.
        if (json.ValueKind == JsonValueKind.Number && (json.TryGetInt64(out var number) || TryGetWhole(json, out number)))
        {
            (value, error) = (number, null);
            return true;
        }

        (value, error) = (null, $"Long cannot represent value: {ValuePrinter.Inspect(json)}");
        return false;
    }

    /// <inheritdoc/>
    public override string? TryWriteValue(object value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case long number:
                writer.WriteNumberValue(number);
                return null;
            case int number:
                writer.WriteNumberValue(number);
                return null;
            case uint or short or ushort or byte or sbyte:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return null;
            default:
                return $"Long cannot represent value: {ValuePrinter.Inspect(value)}";
        }
    }

    private static bool TryGetWhole(JsonElement json, out long value)
    {
        var isWhole = json.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }
}
