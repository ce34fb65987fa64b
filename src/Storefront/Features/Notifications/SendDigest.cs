using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Localization;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>Sends a person, in one mail, what came since the last one. A day on which nothing came has none.</summary>
internal sealed class SendDigest(
    AccountTransactions transactions,
    IOutbox outbox,
    IMailTransport transport,
    Handbook handbook,
    IStringLocalizer<NotificationsTexts> texts,
    SiteLanguages languages) : IDueWorkHandler
{
    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var user = new UserId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        await transactions.RunAsync<Done>((scope, token) => SendAsync(scope, user, token), cancellationToken);
    }

    private async Task<Result<Done>> SendAsync(StoreScope scope, UserId id, CancellationToken cancellationToken)
    {
        var now = scope.Now;
        var mails = await scope.Db.Set<MailRow>().Where(mail => mail.RecipientId == id && mail.SentAt == null && mail.DigestAt <= now)
            .OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync(cancellationToken);
        var ended = await scope.Db.Set<NotificationChoice>().Where(choice => choice.UserId == id && choice.Timing == MailTiming.Off)
            .Select(choice => choice.Kind).ToListAsync(cancellationToken);
        var user = await scope.Db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && !row.IsErased && row.Email != null, cancellationToken);
        var unwanted = user is null ? mails : mails.FindAll(mail => ended.Contains(mail.Kind));
        scope.Db.RemoveRange(unwanted);
        mails.RemoveAll(unwanted.Contains);
        if (user is null || mails.Count == 0)
        {
            return Done.Value;
        }

        await outbox.EnqueueAsync(scope, Compose(user, mails), cancellationToken);
        foreach (var mail in mails)
        {
            mail.SentAt = now;
            mail.Body = transport.KeepsText ? mail.Body : "";
        }

        return Done.Value;
    }

    private Mail Compose(User user, List<MailRow> mails)
    {
        var language = languages.Find(user.Language) ?? languages.Find(mails[^1].Language) ?? languages.Default;
        using var spoken = SpokenLanguage.Begin(language);
        var zone = MailDelivery.ZoneOf(user.TimeZone, handbook);
        var body = new StringBuilder(texts.Plural("Digest.Lead", mails.Count, user.DisplayName, handbook.House.Name));
        foreach (var mail in mails)
        {
            var at = mail.CreatedAt.InZone(zone).LocalDateTime.ToString("g", CultureInfo.CurrentCulture);
            body.Append(CultureInfo.InvariantCulture, $"\n\n————————————————————\n{mail.Subject}\n{at}\n\n{mail.Body.Trim()}");
        }

        return new Mail(
            user.Email!, texts.Plural("Digest.Subject", mails.Count, handbook.House.Name), body.ToString(), language.Code, Kind: MailKind.Digest);
    }
}
