using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>Int</c>: a signed 32-bit integer (section 3.5.1). Its runtime value is an <see cref="int"/>.</summary>
public sealed class IntType : ScalarType
{
    /// <summary>The one instance.</summary>
    public static IntType Instance { get; } = new();

    private IntType()
        : base("Int")
    {
        IsSpecified = true;
        RuntimeType = typeof(int);
        Description = "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.";
    }

    /// <inheritdoc/>
    public override bool TryParseLiteral(ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? error)
    {
        if (node is not IntValueNode literal)
        {
            (value, error) = (null, $"Int cannot represent non-integer value: {ValuePrinter.Print(node)}");
            return false;
        }

        if (!int.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            (value, error) = (null, $"Int cannot represent non 32-bit signed integer value: {literal.Value}");
            return false;
        }

        (value, error) = (Boxes.Of(number), null);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        if (json.ValueKind == JsonValueKind.Number)
        {
            if (json.TryGetInt32(out var number))
            {
                (value, error) = (Boxes.Of(number), null);
                return true;
            }

            // 1.0 and 1e2 are integers too; only the value counts in JSON.
            if (json.TryGetDouble(out var real) && Math.Floor(real) == real)
            {
                if (real is >= int.MinValue and <= int.MaxValue)
                {
                    (value, error) = (Boxes.Of((int)real), null);
                    return true;
                }

                (value, error) = (null, $"Int cannot represent non 32-bit signed integer value: {json.GetRawText()}");
                return false;
            }
        }

        (value, error) = (null, $"Int cannot represent non-integer value: {ValuePrinter.Inspect(json)}");
        return false;
    }

    /// <inheritdoc/>
    public override string? TryWriteValue(object value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case int number:
                writer.WriteNumberValue(number);
                return null;
            case bool truth:
                writer.WriteNumberValue(truth ? 1 : 0);
                return null;
            case long number when number is >= int.MinValue and <= int.MaxValue:
                writer.WriteNumberValue(number);
                return null;
            case short or byte or sbyte or ushort:
                writer.WriteNumberValue(Convert.ToInt32(value, CultureInfo.InvariantCulture));
                return null;
            case string text when text.Length > 0 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real):
                return TryWriteReal(real, value, writer);
            case long or uint or ulong or float or double or decimal:
                return TryWriteReal(Convert.ToDouble(value, CultureInfo.InvariantCulture), value, writer);
            default:
                return $"Int cannot represent non-integer value: {ValuePrinter.Inspect(value)}";
        }
    }

    private static string? TryWriteReal(double real, object value, Utf8JsonWriter writer)
    {
        if (Math.Floor(real) != real || !double.IsFinite(real))
        {
            return $"Int cannot represent non-integer value: {ValuePrinter.Inspect(value)}";
        }

        if (real is < int.MinValue or > int.MaxValue)
        {
            return $"Int cannot represent non 32-bit signed integer value: {ValuePrinter.Inspect(value)}";
        }

        writer.WriteNumberValue((int)real);
        return null;
    }
}
