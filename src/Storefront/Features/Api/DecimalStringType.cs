using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.Features.Api;

/// <summary>An exact decimal number as the API writes it.</summary>
/// <param name="Text">With a point and the currency's digits, such as <c>12.50</c>.</param>
public readonly record struct DecimalString(string Text);

/// <summary><c>DecimalString</c>: an exact decimal as a string, so that no program reads it as a floating-point number (COM-01).</summary>
public sealed class DecimalStringType() : StringScalarType<DecimalString>(
    "DecimalString", "https://www.w3.org/TR/xmlschema11-2/#decimal", "An exact decimal number as a string, such as `\"12.50\"`.")
{
    protected override bool TryParse(string text, [MaybeNullWhen(false)] out DecimalString value)
    {
        value = new DecimalString(text);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
    }

    protected override string Format(DecimalString value) => value.Text;
}
