using System.Globalization;
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
        var link = address.To($"hours/reports/{LocalDatePattern.Iso.Format(report.Start)}").AbsoluteUri;
        foreach (var owner in await AccountAddressees.OwnersAsync(scope, languages, cancellationToken))
        {
            using var spoken = SpokenLanguage.Begin(owner.Language);
            var culture = owner.Language.Culture;
            var (from, to) = (report.Start.ToString("d", culture), report.LastDay.ToString("d", culture));
            var body = texts[
                "Report.Mail.Body",
                owner.Name,
                from,
                to,
                Hours(report.AddedMinutes, culture),
                Hours(report.UsedMinutes, culture),
                Hours(report.LapsedMinutes, culture),
                Hours(report.RolledOverMinutes, culture),
                Hours(report.EndMinutes, culture),
                link,
                handbook.House.Name];
            await outbox.EnqueueAsync(
                scope,
                new Mail(owner.Email, texts["Report.Mail.Subject", from, to], body, owner.Language.Code, scope.AccountId, MailKind.HoursReport),
                cancellationToken);
        }

        return Done.Value;
    }

    private static string Hours(int minutes, CultureInfo culture) => string.Create(culture, $"{minutes / 60} h {minutes % 60:00} min");
}
