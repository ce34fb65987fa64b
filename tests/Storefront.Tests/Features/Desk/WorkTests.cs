using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk;

public class WorkTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Logged_time_is_taken_from_the_balance_and_shown_to_the_customer(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ticket = await desk.OpenAsync();
        desk.Store.Time.Advance(Duration.FromHours(2));

        var logged = await desk.LogAsync(ticket, 90);

        Assert.Equal(90, logged.Value.ChargedMinutes);
        Assert.Equal(["Grant 600", "Use -90"], await desk.LedgerAsync());
        var shown = await desk.ShowAsync(ticket);
        Assert.Equal(90, shown.Ticket.ChargedMinutes);
        Assert.Equal(("Fixed the payment method", 90), (shown.WorkLogs.Single().Log.Note, shown.WorkLogs.Single().Log.Minutes));
        Assert.Equal(["ticket.opened", "ticket.work-logged"], (await desk.Customer.EventsAsync()).Select(happened => happened.Type));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_09_Work_beyond_the_balance_is_refused_whole_naming_the_shortfall(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ticket = await desk.OpenAsync();

        var refused = await desk.LogAsync(ticket, 630);

        Assert.Equal(new NotEnoughHours(30, 600), refused.Refusal);
        Assert.Equal(["Grant 600"], await desk.LedgerAsync());
        Assert.Empty((await desk.ShowAsync(ticket)).WorkLogs);
        Assert.Equal(600, (await desk.LogAsync(ticket, 600)).Value.ChargedMinutes);
    }

    [Fact]
    public async Task FLU_09_Without_a_plan_no_work_can_be_logged()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);

        Assert.Equal(new NotEnoughHours(15, 0), (await desk.LogAsync(await desk.OpenAsync(), 15)).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_Of_two_logs_at_once_for_the_last_hour_one_wins(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ticket = await desk.OpenAsync();
        await desk.LogAsync(ticket, 540, "before");

        var tried = await Task.WhenAll(desk.LogAsync(ticket, 60, "one"), desk.LogAsync(ticket, 60, "other"));

        Assert.Single(tried, attempt => attempt.Refusal is null);
        Assert.Equal(new NotEnoughHours(60, 0), tried.Single(attempt => attempt.IsRefused).Refusal);
        Assert.Equal(["Grant 600", "Use -540", "Use -60"], await desk.LedgerAsync());
        Assert.Equal(2, (await desk.ShowAsync(ticket)).WorkLogs.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_A_form_sent_twice_logs_once(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ticket = await desk.OpenAsync();

        var told = await Task.WhenAll(desk.LogAsync(ticket, 90), desk.LogAsync(ticket, 90));
        var again = await desk.LogAsync(ticket, 45);

        Assert.Single(told.Select(log => log.Value.Id).Distinct());
        Assert.IsType<IdempotencyKeyReused>(again.Refusal);
        Assert.Equal(["Grant 600", "Use -90"], await desk.LedgerAsync());
        Assert.Equal(90, (await desk.ShowAsync(ticket)).Ticket.ChargedMinutes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    [InlineData(1441)]
    [InlineData(int.MinValue)]
    public async Task Absurd_minutes_are_refused(int minutes)
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);

        Assert.Equal(new MinutesNotValid(1, 1440), (await desk.LogAsync(await desk.OpenAsync(), minutes)).Refusal);
    }

    [Fact]
    public async Task Work_ends_between_the_opening_and_now_and_says_what_was_done()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        var ticket = await desk.OpenAsync();
        desk.Store.Time.Advance(Duration.FromHours(1));

        Assert.IsType<WorkBeforeOpening>((await desk.LogAsync(ticket, 5, workedAt: TestStore.Start - Duration.FromMinutes(1))).Refusal);
        Assert.IsType<WorkInTheFuture>((await desk.LogAsync(ticket, 5, workedAt: TestStore.Start + Duration.FromMinutes(61))).Refusal);
        Assert.IsType<TextNotValid>((await desk.LogAsync(ticket, 5, note: " ")).Refusal);
        Assert.Null((await desk.LogAsync(ticket, 5, workedAt: TestStore.Start + Duration.FromMinutes(30))).Refusal);
        await desk.MoveAsync(ticket, TicketStatus.Closed);
        Assert.IsType<TicketNotOpen>((await desk.LogAsync(ticket, 5, "late")).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_Work_taken_back_returns_once_and_both_lines_stay(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ticket = await desk.OpenAsync();
        var log = (await desk.LogAsync(ticket, 90)).Value;

        Assert.IsType<TextNotValid>((await ReverseAsync(desk, ticket, log.Id, "")).Refusal);
        await ReverseAsync(desk, ticket, log.Id, "Wrong ticket");
        await ReverseAsync(desk, ticket, log.Id, "Wrong ticket");

        Assert.Equal(["Grant 600", "Use -90", "Reversal 90"], await desk.LedgerAsync());
        var shown = await desk.ShowAsync(ticket);
        Assert.Equal(0, shown.Ticket.ChargedMinutes);
        Assert.NotNull(shown.WorkLogs.Single().Log.ReversedAt);
        Assert.IsType<NotFound>((await ReverseAsync(desk, await desk.OpenAsync(), log.Id, "Another ticket's")).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_Hours_are_corrected_either_way_with_a_reason_and_never_below_nothing(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);

        Assert.Null((await CorrectAsync(desk, 30, "A courtesy", "up")).Refusal);
        Assert.Null((await CorrectAsync(desk, 30, "A courtesy", "up")).Refusal);
        Assert.Null((await CorrectAsync(desk, -130, "Counted twice", "down")).Refusal);

        Assert.Equal(["Grant 600", "Correction 30", "Correction -130"], await desk.LedgerAsync());
        Assert.Equal(new NotEnoughHours(1, 500), (await CorrectAsync(desk, -501, "Too much", "below")).Refusal);
        Assert.IsType<TextNotValid>((await CorrectAsync(desk, 10, " ", "silent")).Refusal);
        Assert.Equal(["hours.posted", "hours.posted"], (await EventsAfterPurchaseAsync(desk)).TakeLast(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60_001)]
    [InlineData(-60_001)]
    [InlineData(int.MinValue)]
    public async Task Absurd_corrections_are_refused(int minutes)
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);

        Assert.IsType<MinutesNotValid>((await CorrectAsync(desk, minutes, "absurd", "key")).Refusal);
    }

    [Fact]
    public async Task Without_a_running_period_there_is_nowhere_to_add_hours()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);

        Assert.IsType<SubscriptionNotReady>((await CorrectAsync(desk, 30, "A courtesy", "key")).Refusal);
    }

    private static Task<Result<WorkLog>> ReverseAsync(DeskStore desk, TicketKey ticket, WorkLogId log, string reason) =>
        desk.Get<ReverseWorkLog>().HandleAsync(ticket, log, reason, desk.Staff, CancellationToken.None);

    private static Task<Result<HourEntry>> CorrectAsync(DeskStore desk, int minutes, string reason, string key) =>
        desk.Get<CorrectHours>().HandleAsync(desk.Customer.Account, minutes, reason, key, desk.Staff, CancellationToken.None);

    private static async Task<List<string>> EventsAfterPurchaseAsync(DeskStore desk)
    {
        await using var db = desk.Store.Db();
        return await db.Set<Storefront.Store.EventLog.EventRow>().Where(row => row.AccountId == desk.Customer.Account)
            .OrderBy(row => row.Sequence).Select(row => row.Type).ToListAsync();
    }
}
