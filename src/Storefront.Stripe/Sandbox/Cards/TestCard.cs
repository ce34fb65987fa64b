using System.Text.Json.Nodes;

namespace Storefront.Stripe.Sandbox.Cards;

/// <summary>A test card: its number, the name of the token that stands for it in the API, and what happens when it is charged.</summary>
internal sealed record TestCard(string Number, string Token, string Brand, Func<ChargeOccasion, CardRefusal?> Decide)
{
    /// <summary>Key of the text that tells on the payment page what the card does; null for cards that are not listed there.</summary>
    public string? TextKey { get; init; }

    public string Last4 => Number[^4..];

    public static IReadOnlyList<TestCard> All { get; } =
    [
        new("4242424242424242", "pm_card_visa", "visa", _ => null) { TextKey = "CardPays" },
        new("5555555555554444", "pm_card_mastercard", "mastercard", _ => null),
        new("378282246310005", "pm_card_amex", "amex", _ => null),
        new("4000000000000002", "pm_card_visa_chargeDeclined", "visa", _ => CardRefusal.Declined("generic_decline")) { TextKey = "CardDeclines" },
        new("4000000000009995", "pm_card_visa_chargeDeclinedInsufficientFunds", "visa", _ => InsufficientFunds) { TextKey = "CardInsufficientFunds" },
        new("4000002500003155", "pm_card_authenticationRequiredOnSetup", "visa", occasion => occasion == ChargeOccasion.OnSession ? CardRefusal.Authentication : null) { TextKey = "CardAuthenticatesOnce" },
        new("4000002760003184", "pm_card_authenticationRequired", "visa", occasion => occasion == ChargeOccasion.Authenticated ? null : CardRefusal.Authentication) { TextKey = "CardAuthenticatesAlways" },
        new("4000000000000341", "pm_card_chargeCustomerFail", "visa", occasion => occasion == ChargeOccasion.OffSession ? CardRefusal.Declined("generic_decline") : null) { TextKey = "CardFailsLater" },
        new("4000000000009987", "pm_card_visa_chargeDeclinedLostCard", "visa", _ => CardRefusal.Declined("lost_card")),
        new("4000000000009979", "pm_card_visa_chargeDeclinedStolenCard", "visa", _ => CardRefusal.Declined("stolen_card")),
        new("4000000000000069", "pm_card_chargeDeclinedExpiredCard", "visa", _ => new("expired_card", null, "Your card has expired.")),
        new("4000000000000127", "pm_card_chargeDeclinedIncorrectCvc", "visa", _ => new("incorrect_cvc", null, "Your card's security code is incorrect.")),
        new("4000000000000119", "pm_card_chargeDeclinedProcessingError", "visa", _ => new("processing_error", null, "An error occurred while processing your card. Try again in a little bit.")),
    ];

    private static CardRefusal InsufficientFunds { get; } = new("card_declined", "insufficient_funds", "Your card has insufficient funds.");

    public static TestCard? ByNumber(string number) => All.FirstOrDefault(card => card.Number == number);

    public static TestCard? ByToken(string token) => All.FirstOrDefault(card => card.Token == token);

    /// <summary>The behaviour of a stored payment method.</summary>
    public static TestCard Of(JsonObject paymentMethod) =>
        ByToken(paymentMethod["_card"]?.GetValue<string>() ?? "") ?? All[0];
}
