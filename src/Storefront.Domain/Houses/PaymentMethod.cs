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
    IReadOnlyList<Currency> Currencies)
{
    /// <summary>
    /// The house's own page where an offline method is paid, with <c>{reference}</c>, <c>{amount}</c> and <c>{currency}</c> where the order's belong;
    /// null where there is none.
    /// </summary>
    public string? Link { get; init; }

    /// <summary>Where an offline method's Pix goes, for its QR code and the line to copy; null for a method that is no Pix.</summary>
    public PixAddress? Pix { get; init; }

    /// <summary>What whoever pays writes into a bank's form, in the order it is shown.</summary>
    public IReadOnlyList<PaymentField> Fields { get; init; } = [];
}

/// <summary>How a payment becomes known.</summary>
public enum PaymentMethodKind
{
    /// <summary>By card on Stripe's page, which confirms by itself.</summary>
    Stripe,

    /// <summary>By the customer's notice, confirmed by staff (TEC-03).</summary>
    Offline,

    /// <summary>By the page of a bank or a collector that confirms by itself; offered only where something here serves it (TEC-03).</summary>
    Gateway,
}
