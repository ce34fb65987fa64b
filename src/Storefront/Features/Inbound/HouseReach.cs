using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;

namespace Storefront.Features.Inbound;

/// <summary>
/// What to do where writing did not work (ALF-04), in words: call the house; a house without phones is written to, where its messages are read
/// or else by mail (COM-09).
/// </summary>
internal static class HouseReach
{
    public static string Of(Handbook house, IStringLocalizer texts) =>
        Points(house, ContactKind.Phone) is { Length: > 0 } phones ? texts["Reach.Phone", phones]
        : Points(house, ContactKind.Messaging) is { Length: > 0 } numbers ? texts["Reach.Messaging", numbers]
        : texts["Reach.Email", Points(house, ContactKind.Email)];

    public static string Points(Handbook house, ContactKind kind) =>
        string.Join(", ", house.House.Contacts.Points.Where(point => point.Kind == kind).Select(point => point.Value).Distinct());
}
