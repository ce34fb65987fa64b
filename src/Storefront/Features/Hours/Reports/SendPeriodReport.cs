using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;

namespace Storefront.Features.Hours.Reports;

/// <summary>Mails an account's owners how a billing period went, once, when it is over (FLU-19).</summary>
internal sealed class SendPeriodReport(
    AccountTransactions transactions,
    PeriodReports reports,
    IOutbox outbox,
    OwnAddress address,
    Handbook handbook,
    IStringLocalizer<HoursTexts> texts,
    SiteLanguages languages) : IDueWorkHandler
{
    internal const string DueWorkKind = "hours.report";

    /// <summary>The key of the work for a period.</summary>
    public static string Key(SubscriptionId subscription, LocalDate start) => $"hours-report:{subscription.Value:N}:{LocalDatePattern.Iso.Format(start)}";

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var account = work.AccountId!.Value;
        var start = LocalDatePattern.Iso.Parse(work.Subject!).Value;
        if (await reports.ReadAsync(account, start, cancellationToken) is { } report)
        {
            await transactions.RunAsync<Done>(
                account,
                (scope, token) => scope.OnceAsync(DueWorkKind, work.Key, new { start }, () => SendAsync(scope, report, token), token),
                cancellationToken);
        }
    }

    private async Task<Result<Done>> SendAsync(AccountScope scope, PeriodReport report, CancellationToken cancellationToken)
    {
        var owners = await scope.Db.Set<Member>().Where(member => member.AccountId == scope.AccountId && member.Role == MemberRole.Owner)
            .Join(scope.Db.Users, member => member.UserId, user => user.Id, (_, user) => user)
            .Where(user => !user.IsErased && user.EmailConfirmed && user.Email != null)
            .Select(user => new { user.Email, user.DisplayName, user.Language })
            .ToListAsync(cancellationToken);
        var link = address.To($"hours/reports/{LocalDatePattern.Iso.Format(report.Start)}").AbsoluteUri;
        foreach (var owner in owners)
        {
            var language = languages.Find(owner.Language ?? scope.Account.Language) ?? languages.Default;
            using var spoken = SpokenLanguage.Begin(language);
            var (from, to) = (report.Start.ToString("d", language.Culture), report.LastDay.ToString("d", language.Culture));
            var body = texts[
                "Report.Mail.Body",
                owner.DisplayName,
                from,
                to,
                Hours(report.AddedMinutes, language.Culture),
                Hours(report.UsedMinutes, language.Culture),
                Hours(report.LapsedMinutes, language.Culture),
                Hours(report.RolledOverMinutes, language.Culture),
                Hours(report.EndMinutes, language.Culture),
                link,
                handbook.House.Name];
            await outbox.EnqueueAsync(
                scope,
                new Mail(owner.Email!, texts["Report.Mail.Subject", from, to], body, language.Code, scope.AccountId, MailKind.HoursReport),
                cancellationToken);
        }

        return Done.Value;
    }

    private static string Hours(int minutes, CultureInfo culture) => string.Create(culture, $"{minutes / 60} h {minutes % 60:00} min");
}
