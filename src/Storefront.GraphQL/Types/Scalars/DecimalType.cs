using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>Decimal</c>: an exact decimal of up to 28 digits, a number in JSON. Its runtime value is a <see cref="decimal"/>.</summary>
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
        if (text is not null && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
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
        if (json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number))
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
}
