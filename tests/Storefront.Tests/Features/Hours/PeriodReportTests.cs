using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Hours;
using Storefront.Features.Hours.Reports;
using Storefront.Features.Plans.Rehearsal;
using Storefront.Tests.Features.Subscriptions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

/// <summary>What a customer is told of a period, and of any day of it.</summary>
public class PeriodReportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_19_A_periods_report_adds_up_and_tells_every_day(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        customer.MoveTo(2026, 11, 10);
        await customer.UseAsync(380, "work");
        await customer.MoveToAndSettleAsync(2026, 12, 3);
        var reports = customer.Store.Get<PeriodReports>();

        var report = (await reports.ReadAsync(customer.Account, new LocalDate(2026, 11, 2), CancellationToken.None))!;

        Assert.Equal((0, 600, 380, 220, 66, 154), (
            report.BeginMinutes, report.AddedMinutes, report.UsedMinutes, report.EndMinutes, report.RolledOverMinutes, report.LapsedMinutes));
        Assert.Equal((30, 600, 220), (report.Days.Count, report.Days[7].LeftMinutes, report.Days[8].LeftMinutes));
        Assert.Equal(380, report.Days[8].UsedMinutes);
        var running = (await reports.ReadRunningAsync(customer.Account, CancellationToken.None))!;
        Assert.Equal((66, 600, 2), (running.BeginMinutes, running.AddedMinutes, running.Days.Count));
        Assert.Null(await reports.ReadAsync(customer.Account, new LocalDate(2026, 11, 3), CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_balance_on_any_past_day_is_what_it_was(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        customer.MoveTo(2026, 11, 10);
        await customer.UseAsync(380, "work");
        await customer.MoveToAndSettleAsync(2027, 1, 5);
        var reader = customer.Store.Get<HourReader>();

        Assert.Equal((600, 220, 666), (await OnAsync(11, 9), await OnAsync(11, 20), await OnAsync(12, 3)));

        async Task<int> OnAsync(int month, int day) => (await reader.ReadAsync(
            customer.Account, Instant.FromUtc(2026, month, day, 23, 0), CancellationToken.None)).AvailableMinutes;
    }

    [Fact]
    public async Task The_last_months_are_replayed_on_every_plan()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite, "business");
        customer.MoveTo(2026, 11, 10);
        await customer.UseAsync(380, "work");
        await customer.MoveToAndSettleAsync(2026, 12, 3);

        var overview = (await customer.Store.Get<RehearsalReader>().ReadAsync(customer.Account, Currency.Clp, 6, CancellationToken.None))!;

        Assert.Equal((1, "essential"), (overview.Periods, overview.Plans[0].Plan.Key));
        Assert.Equal(8, overview.Plans.Length);
        await using var db = customer.Store.Db();
        Assert.Equal(1, await db.Set<Storefront.Store.DueWork.DueWorkRow>().CountAsync(work => work.Kind == SendPeriodReport.DueWorkKind));
    }
}
