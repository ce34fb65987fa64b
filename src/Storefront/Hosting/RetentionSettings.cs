using System.Globalization;

namespace Storefront.Hosting;

/// <summary>
/// For how many days what has served its purpose is kept, by the business clock. Events and the hour ledger are kept for ever, and so is what
/// has not been done.
/// </summary>
public sealed record RetentionSettings
{
    /// <summary>The text of a webhook that was processed. <c>Retention__WebhookTexts</c></summary>
    public int WebhookTextDays { get; init; } = 30;

    /// <summary>That a webhook came, by which its repetition is known. <c>Retention__Webhooks</c></summary>
    public int WebhookDays { get; init; } = 400;

    /// <summary>Mail that was sent, which in the sandbox is the mailbox. <c>Retention__Mails</c></summary>
    public int MailDays { get; init; } = 90;

    /// <summary>A caller's idempotency key with its answer. <c>Retention__IdempotencyKeys</c></summary>
    public int IdempotencyKeyDays { get; init; } = 30;

    /// <summary>Due work that was done. <c>Retention__DoneWork</c></summary>
    public int DoneWorkDays { get; init; } = 30;

    internal static RetentionSettings Read(Func<string, string?> text, List<string> problems)
    {
        int Days(string name, int usual)
        {
            if (text($"Retention:{name}") is not { } given)
            {
                return usual;
            }

            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 36_500)
            {
                return days;
            }

            problems.Add($"Retention__{name} is not a number of days, from 1 to 36500: {given}");
            return usual;
        }

        var usual = new RetentionSettings();
        return new RetentionSettings
        {
            WebhookTextDays = Days("WebhookTexts", usual.WebhookTextDays),
            WebhookDays = Days("Webhooks", usual.WebhookDays),
            MailDays = Days("Mails", usual.MailDays),
            IdempotencyKeyDays = Days("IdempotencyKeys", usual.IdempotencyKeyDays),
            DoneWorkDays = Days("DoneWork", usual.DoneWorkDays),
        };
    }
}
