using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Hours.Reports;

/// <summary>Reads what became of an account's hours, period by period and day by day (FLU-19).</summary>
public sealed class PeriodReports(
    StoreSnapshots snapshots, HourReader hours, EventTypes eventTypes, Handbooks handbooks, SubscriptionStore subscriptions, IClock clock)
{
    private const int MostPeriods = 60;

    private static readonly string PeriodEvent = EventTypeAttribute.Of(typeof(BillingPeriodStarted)).Name;

    private DateTimeZone Zone => handbooks.Present.Zone;

    private LocalDate Today => clock.GetCurrentInstant().InZone(Zone).Date;

    /// <summary>The billing periods that are over, the last one first, as their first days and the days after their last.</summary>
    public Task<IReadOnlyList<(LocalDate Start, LocalDate End)>> ListAsync(AccountId account, CancellationToken cancellationToken) =>
        snapshots.ReadAsync((db, token) => PeriodsAsync(db, account, Today, token), cancellationToken);

    /// <summary>A period that is over, by its first day; null when there is none.</summary>
    public async Task<PeriodReport?> ReadAsync(AccountId account, LocalDate start, CancellationToken cancellationToken)
    {
        var periods = await ListAsync(account, cancellationToken);
        return periods.FirstOrDefault(period => period.Start == start) is { End: var end } && end > start
            ? await ReportAsync(account, start, end, end, cancellationToken)
            : null;
    }

    /// <summary>The running period as far as it has come; null when none runs.</summary>
    public async Task<PeriodReport?> ReadRunningAsync(AccountId account, CancellationToken cancellationToken)
    {
        var period = await snapshots.ReadAsync(
            async (db, token) => await subscriptions.FindCurrentAsync(db, account, token) is { State: { IsRunning: true } state } ? state.Period : (Domain.Calendars.DateRun?)null,
            cancellationToken);
        return period is { } run && run.Start <= Today ? await ReportAsync(account, run.Start, run.End, Today, cancellationToken) : null;
    }

    private async Task<PeriodReport> ReportAsync(
        AccountId account, LocalDate start, LocalDate end, LocalDate until, CancellationToken cancellationToken)
    {
        var (from, to) = (Zone.AtStartOfDay(start).ToInstant(), Zone.AtStartOfDay(end).ToInstant());
        var (before, lines) = await hours.ListBetweenAsync(account, from, to, cancellationToken);
        return PeriodReport.Of(start, end, Zone, before, lines, until);
    }

    private async Task<IReadOnlyList<(LocalDate Start, LocalDate End)>> PeriodsAsync(
        StorefrontDb db, AccountId account, LocalDate today, CancellationToken cancellationToken)
    {
        var rows = await db.Set<EventRow>().AsNoTracking()
            .Where(row => row.AccountId == account && row.Stream == EventStream.Customer && row.Type == PeriodEvent)
            .OrderByDescending(row => row.Sequence).Take(MostPeriods).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => (BillingPeriodStarted)eventTypes.Read(row.Type, row.Version, row.Data))
                .Select(period => (period.Start, period.End)).Where(period => period.End <= today).DistinctBy(period => period.Start),
        ];
    }
}
