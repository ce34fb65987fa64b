using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Checkout;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Pages;

/// <summary>Keeps what a buyer entered while the bank asks for confirmation, and the texts for what came of it.</summary>
internal static class CardAttempt
{
    public static JsonObject Keep(CardEntry entry) => new()
    {
        ["card"] = entry.Card.Token,
        ["month"] = entry.ExpiryMonth,
        ["year"] = entry.ExpiryYear,
        ["name"] = entry.Name,
        ["email"] = entry.Email,
    };

    public static CardEntry? Restore(JsonObject owner) => owner.ObjectOrNull("_attempt") is { } kept
        ? new CardEntry(
            TestCard.ByToken(kept.Text("card"))!, (int)kept.Number("month"), (int)kept.Number("year"), kept.Text("name"), kept.Text("email"))
        : null;

    public static string Explain(PageTexts texts, CardRefusal refusal)
    {
        if (refusal.NeedsAuthentication || refusal == CardRefusal.AuthenticationFailed)
        {
            return texts["Decline_authentication"];
        }

        var key = "Decline_" + (refusal.Code == "card_declined" ? refusal.DeclineCode : refusal.Code);
        return texts[texts.Has(key) ? key : "Decline_default"];
    }

    /// <summary>The page that stands in for the bank's.</summary>
    public static string RenderConfirmation(PageTexts texts, string seller, string amount, string last4, string action, string token) =>
        $"""
        <main class="notice">
          <h1>{HostedPage.Encode(texts["ConfirmTitle"])}</h1>
          <p>{HostedPage.Encode(texts["ConfirmText", seller, amount, last4])}</p>
          <form method="post" action="{action}" class="choice">
            <input type="hidden" name="token" value="{HostedPage.Encode(token)}">
            <button type="submit" name="answer" value="approve">{HostedPage.Encode(texts["ConfirmApprove"])}</button>
            <button type="submit" name="answer" value="fail" class="secondary">{HostedPage.Encode(texts["ConfirmFail"])}</button>
          </form>
        </main>
        """;
}
