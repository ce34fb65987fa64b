namespace Storefront.Stripe.Sandbox.Cards;

/// <summary>Why a card was not charged, in Stripe's codes.</summary>
internal sealed record CardRefusal(string Code, string? DeclineCode, string Message, bool NeedsAuthentication = false)
{
    public static CardRefusal NoPaymentMethod { get; } = new(
        "resource_missing", null,
        "This customer has no attached payment source or default payment method. Please consider adding a default payment method.");

    public static CardRefusal Authentication { get; } = new(
        "authentication_required", "authentication_required",
        "Your card was declined. This transaction requires authentication.", NeedsAuthentication: true);

    public static CardRefusal AuthenticationFailed { get; } = new(
        "payment_intent_authentication_failure", null,
        "We are unable to authenticate your payment method. Please choose a different payment method and try again.");

    public static CardRefusal Declined(string declineCode) =>
        new("card_declined", declineCode, "Your card was declined.");
}

/// <summary>Who is there when a card is charged.</summary>
internal enum ChargeOccasion
{
    /// <summary>The buyer is on the page and can be asked to confirm.</summary>
    OnSession,

    /// <summary>The buyer has just confirmed with the bank.</summary>
    Authenticated,

    /// <summary>Nobody: a renewal or a call of the API.</summary>
    OffSession,
}
