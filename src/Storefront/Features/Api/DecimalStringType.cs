using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Storefront.Domain.Shared;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.Features.Api;

/// <summary>An exact decimal number as the API writes it: an amount's, or as a client gave it.</summary>
public readonly record struct DecimalString
{
    private readonly Money amount;
    private readonly string? given;

    public DecimalString(Money amount) => this.amount = amount;

    public DecimalString(string text) => given = text;

    /// <summary>With a point and the currency's digits, such as <c>12.50</c>.</summary>
    public string Text => given ?? amount.ToDecimalString();

    /// <summary>Puts the text of an amount in place; false for what a client gave.</summary>
    internal bool TryFormat(Span<char> destination, out int length)
    {
        length = given is null ? amount.FormatDecimal(destination) : 0;
        return given is null;
    }
}

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

    protected override bool TryFormat(DecimalString value, Span<char> destination, out int length) => value.TryFormat(destination, out length);
}
