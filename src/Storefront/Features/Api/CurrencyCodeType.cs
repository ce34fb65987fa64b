using System.Diagnostics.CodeAnalysis;
using Storefront.Domain.Shared;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.Features.Api;

/// <summary><c>CurrencyCode</c>: an ISO 4217 code.</summary>
public sealed class CurrencyCodeType() : StringScalarType<Currency>(
    "CurrencyCode", "https://www.iso.org/iso-4217-currency-codes.html", "A currency by its ISO 4217 code, such as `CLP`.")
{
    protected override bool TryParse(string text, [MaybeNullWhen(false)] out Currency value) => Currency.TryParse(text, out value);

    protected override string Format(Currency value) => value.Code;
}
