using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A way to pay the house (FLU-21).</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Kind">How a payment becomes known.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">One sentence for the choice.</param>
/// <param name="Instructions">What the customer has to do, in Markdown; for offline methods, null otherwise.</param>
/// <param name="ConfirmedWithinBusinessHours">How long the house takes to confirm; for offline methods, null otherwise.</param>
/// <param name="Currencies">What can be paid with it.</param>
public sealed record PaymentMethod(
    string Key,
    PaymentMethodKind Kind,
    LocalizedText Name,
    LocalizedText Description,
    LocalizedText? Instructions,
    int? ConfirmedWithinBusinessHours,
    IReadOnlyList<Currency> Currencies);

/// <summary>How a payment becomes known.</summary>
public enum PaymentMethodKind
{
    /// <summary>By card on Stripe's page, which confirms by itself.</summary>
    Stripe,

    /// <summary>By the customer's notice, confirmed by staff (TEC-03).</summary>
    Offline,
}
