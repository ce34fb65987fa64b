using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Scalars;

/// <summary><c>Boolean</c>: true or false (section 3.5.4).</summary>
public sealed class BooleanType : ScalarType
{
    /// <summary>The one instance.</summary>
    public static BooleanType Instance { get; } = new();

    private BooleanType()
        : base("Boolean")
    {
        IsSpecified = true;
        RuntimeType = typeof(bool);
        Description = "The `Boolean` scalar type represents `true` or `false`.";
    }

    /// <inheritdoc/>
    public override bool TryParseLiteral(ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? error)
    {
        if (node is BooleanValueNode truth)
        {
            (value, error) = (Boxes.Of(truth.Value), null);
            return true;
        }

        (value, error) = (null, $"Boolean cannot represent a non boolean value: {ValuePrinter.Print(node)}");
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, out string? error)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            (value, error) = (Boxes.Of(json.ValueKind == JsonValueKind.True), null);
            return true;
        }

        (value, error) = (null, $"Boolean cannot represent a non boolean value: {ValuePrinter.Inspect(json)}");
        return false;
    }

    /// <inheritdoc/>
    public override string? TryWriteValue(object value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case bool truth:
                writer.WriteBooleanValue(truth);
                return null;
            case double number when !double.IsFinite(number):
            case float single when !float.IsFinite(single):
                return $"Boolean cannot represent a non boolean value: {ValuePrinter.Inspect(value)}";
            case int or long or short or byte or sbyte or ushort or uint or ulong or float or double or decimal:
                writer.WriteBooleanValue(Convert.ToBoolean(value, CultureInfo.InvariantCulture));
                return null;
            default:
                return $"Boolean cannot represent a non boolean value: {ValuePrinter.Inspect(value)}";
        }
    }
}
