using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>Decimal</c> (a custom scalar, section 3.5): an exact decimal of up to 28 digits, a number in JSON. Its runtime value is a <see cref="decimal"/>.</summary>
public sealed class DecimalType : ScalarType
{
    /// <summary>Creates the type.</summary>
    public DecimalType()
        : base("Decimal")
    {
        RuntimeType = typeof(decimal);
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc8259#section-6";
        Description = "An exact decimal number of up to 28 digits.";
    }

    /// <inheritdoc/>
    public override bool TryParseLiteral(ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? error)
    {
        var text = node switch
        {
            IntValueNode whole => whole.Value,
            FloatValueNode real => real.Value,
            _ => null,
        };
        if (text is not null && TryParseExactly(text, out var number))
        {
            (value, error) = (number, null);
            return true;
        }

        (value, error) = (null, $"Decimal cannot represent value: {ValuePrinter.Print(node)}");
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        if (json.ValueKind == JsonValueKind.Number && TryParseExactly(json.GetRawText(), out var number))
        {
            (value, error) = (number, null);
            return true;
        }

        (value, error) = (null, $"Decimal cannot represent value: {ValuePrinter.Inspect(json)}");
        return false;
    }

    /// <inheritdoc/>
    public override string? TryWriteValue(object value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case decimal number:
                writer.WriteNumberValue(number);
                return null;
            case int or long or uint or ulong or short or ushort or byte or sbyte:
                writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                return null;
            default:
                return $"Decimal cannot represent value: {ValuePrinter.Inspect(value)}";
        }
    }

    // What decimal would round is not the number that the client gave.
    private static bool TryParseExactly(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && Significant(text) == Significant(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The digits without zeros at either end, and the power of ten that the last of them counts.</summary>
    private static (string Digits, long Exponent) Significant(string number)
    {
        var split = number.TrimStart('-').Split('e', 'E');
        var exponent = split.Length > 1 ? long.Parse(split[1], CultureInfo.InvariantCulture) : 0;
        var point = split[0].IndexOf('.', StringComparison.Ordinal);
        var digits = split[0].Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('0');
        var last = digits.TrimEnd('0');
        return last.Length == 0 ? (last, 0) : (last, exponent - (point < 0 ? 0 : split[0].Length - point - 1) + digits.Length - last.Length);
    }
}
