using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>Float</c>: a finite double (section 3.5.2). Its runtime value is a <see cref="double"/>.</summary>
public sealed class FloatType : ScalarType
{
    /// <summary>The one instance.</summary>
    public static FloatType Instance { get; } = new();

    private FloatType()
        : base("Float")
    {
        IsSpecified = true;
        RuntimeType = typeof(double);
        Description = "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).";
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
        if (text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            (value, error) = (number, null);
            return true;
        }

        (value, error) = (null, $"Float cannot represent non numeric value: {ValuePrinter.Print(node)}");
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number))
        {
            (value, error) = (number, null);
            return true;
        }

        (value, error) = (null, $"Float cannot represent non numeric value: {ValuePrinter.Inspect(json)}");
        return false;
    }

    /// <inheritdoc/>
    public override string? TryWriteValue(object value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                return null;
            case float number when float.IsFinite(number):
                writer.WriteNumberValue(number);
                return null;
            case decimal number:
                writer.WriteNumberValue(number);
                return null;
            case bool truth:
                writer.WriteNumberValue(truth ? 1 : 0);
                return null;
            case int number:
                writer.WriteNumberValue(number);
                return null;
            case long number:
                writer.WriteNumberValue(number);
                return null;
            case uint or ulong or short or ushort or byte or sbyte:
                writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                return null;
            case string text when text.Length > 0 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                writer.WriteNumberValue(number);
                return null;
            default:
                return $"Float cannot represent non numeric value: {ValuePrinter.Inspect(value)}";
        }
    }
}
