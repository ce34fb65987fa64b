using System.Globalization;
using System.Net.Mail;
using Microsoft.AspNetCore.Http;
using Storefront.Stripe.Sandbox.Cards;
using Storefront.Stripe.Sandbox.Checkout;

namespace Storefront.Stripe.Sandbox.Pages;

/// <summary>The card form as the buyer filled it in, what is wrong with it, and how it is shown.</summary>
internal sealed class CardForm
{
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    public string Token { get; init; } = "";

    public string Email { get; init; } = "";

    public string Number { get; init; } = "";

    public string Expiry { get; init; } = "";

    public string Cvc { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Whether the e-mail is known and not asked for.</summary>
    public bool HasFixedEmail { get; init; }

    public static CardForm From(IFormCollection form, string? fixedEmail) => new()
    {
        Token = form["token"].ToString(),
        Email = fixedEmail ?? form["email"].ToString().Trim(),
        HasFixedEmail = fixedEmail is not null,
        Number = form["card_number"].ToString().Trim(),
        Expiry = form["expiry"].ToString().Trim(),
        Cvc = form["cvc"].ToString().Trim(),
        Name = form["name"].ToString().Trim(),
    };

    /// <summary>Checks every field; null when something is wrong.</summary>
    public CardEntry? Check(PageTexts texts, long now)
    {
        if (!HasFixedEmail && !(MailAddress.TryCreate(Email, out var address) && address.Host.Contains('.', StringComparison.Ordinal)))
        {
            _errors["email"] = texts["EmailInvalid"];
        }

        var digits = new string([.. Number.Where(char.IsAsciiDigit)]);
        var card = TestCard.ByNumber(digits);
        if (!PassesLuhn(digits) || Number.Any(letter => !char.IsAsciiDigit(letter) && letter is not (' ' or '-')))
        {
            _errors["card_number"] = texts["NumberInvalid"];
        }
        else if (card is null)
        {
            _errors["card_number"] = texts["NumberNotTest"];
        }

        var (month, year) = CheckExpiry(texts, DateTimeOffset.FromUnixTimeSeconds(now));
        var cvcLength = card?.Brand == "amex" ? 4 : 3;
        if (Cvc.Length != cvcLength || !Cvc.All(char.IsAsciiDigit))
        {
            _errors["cvc"] = texts["CvcInvalid", cvcLength];
        }

        if (Name.Length is 0 or > 200)
        {
            _errors["name"] = texts["NameMissing"];
        }

        return _errors.Count == 0 ? new CardEntry(card!, month, year, Name, Email) : null;
    }

    /// <summary>The form's HTML. Card data that was sent before is not sent back.</summary>
    public string Render(PageTexts texts, string action, string token, string button, string? alert = null)
    {
        alert ??= _errors.Count > 0 ? texts["CheckFields"] : null;
        return $"""
            <form class="card-form" method="post" action="{action}" novalidate>
              <input type="hidden" name="token" value="{HostedPage.Encode(token)}">
              {(alert is null ? "" : $"""<p class="alert" role="alert">{HostedPage.Encode(alert)}</p>""")}
              {(HasFixedEmail
                  ? $"""<p class="fixed"><span>{HostedPage.Encode(texts["Email"])}</span> {HostedPage.Encode(Email)}</p>"""
                  : Field(texts, "Email", "email", "email", Email, "email", null))}
              {Field(texts, "CardNumber", "card_number", "text", "", "cc-number", "numeric", "23", "4242 4242 4242 4242")}
              <div class="pair">
                {Field(texts, "Expiry", "expiry", "text", Expiry, "cc-exp", "numeric", "7", "12 / 34")}
                {Field(texts, "Cvc", "cvc", "text", "", "cc-csc", "numeric", "4", "123")}
              </div>
              {Field(texts, "Name", "name", "text", Name, "cc-name", null)}
              <button type="submit">{HostedPage.Encode(button)}</button>
            </form>
            """;
    }

    public static string RenderTestCards(PageTexts texts)
    {
        var rows = string.Concat(TestCard.All.Where(card => card.TextKey is not null).Select(card =>
            $"<li><code>{string.Join(' ', card.Number.Chunk(4).Select(part => new string(part)))}</code> <span>{HostedPage.Encode(texts[card.TextKey!])}</span></li>"));
        return $"""
            <details class="test-cards" open>
              <summary>{HostedPage.Encode(texts["TestCards"])}</summary>
              <p>{HostedPage.Encode(texts["TestCardsHint"])}</p>
              <ul>{rows}</ul>
            </details>
            """;
    }

    private string Field(
        PageTexts texts, string label, string name, string type, string value, string autocomplete, string? inputMode, string? length = null, string? sample = null)
    {
        var error = _errors.GetValueOrDefault(name);
        return $"""
            <div class="field">
              <label for="{name}">{HostedPage.Encode(texts[label])}</label>
              <input id="{name}" name="{name}" type="{type}" value="{HostedPage.Encode(value)}" autocomplete="{autocomplete}" required
                {(inputMode is null ? "" : $"inputmode=\"{inputMode}\"")} {(length is null ? "" : $"maxlength=\"{length}\"")}
                {(sample is null ? "" : $"placeholder=\"{sample}\"")} {(error is null ? "" : $"aria-invalid=\"true\" aria-describedby=\"{name}-error\"")}>
              {(error is null ? "" : $"""<p class="error" id="{name}-error">{HostedPage.Encode(error)}</p>""")}
            </div>
            """;
    }

    private (int Month, int Year) CheckExpiry(PageTexts texts, DateTimeOffset now)
    {
        var digits = new string([.. Expiry.Where(char.IsAsciiDigit)]);
        if (digits.Length is not (4 or 6) || int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) is var month && month is < 1 or > 12)
        {
            _errors["expiry"] = texts["ExpiryInvalid"];
            return default;
        }

        var year = int.Parse(digits.AsSpan(2), CultureInfo.InvariantCulture);
        year += year < 100 ? 2000 : 0;
        if (year < now.Year || (year == now.Year && month < now.Month))
        {
            _errors["expiry"] = texts["ExpiryPast"];
        }
        else if (year > now.Year + 50)
        {
            _errors["expiry"] = texts["ExpiryInvalid"];
        }

        return (month, year);
    }

    private static bool PassesLuhn(string digits)
    {
        if (digits.Length is < 12 or > 19)
        {
            return false;
        }

        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[^(index + 1)] - '0';
            var doubled = index % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
