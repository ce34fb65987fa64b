using Storefront.Domain.Houses;

namespace Storefront.Features.Shared;

/// <summary>Where a click on one of the house's contacts leads.</summary>
public static class ContactAddress
{
    public static string Of(ContactPoint point) => point.Kind switch
    {
        ContactKind.Phone => $"tel:{Digits(point.Value)}",
        ContactKind.Messaging => $"https://wa.me/{Digits(point.Value).TrimStart('+')}",
        ContactKind.Email => $"mailto:{point.Value}",
    };

    private static string Digits(string value) => string.Concat(value.Where(character => char.IsAsciiDigit(character) || character == '+'));
}
