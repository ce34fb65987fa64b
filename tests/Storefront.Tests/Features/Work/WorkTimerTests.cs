using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Features.Work;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Work;

public class WorkTimerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_timer_measured_is_logged_begun_minutes_included(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ticket = await desk.OpenAsync();
        var started = await desk.Get<StartTimer>().HandleAsync(ticket, desk.Staff, CancellationToken.None);
        Assert.Null(started.Refusal);
        desk.Store.Time.Advance(Duration.FromMinutes(24) + Duration.FromSeconds(1));
        Assert.Equal(started.Value.StartedAt, (await desk.Get<StartTimer>().HandleAsync(ticket, desk.Staff, CancellationToken.None)).Value.StartedAt);

        var logged = await desk.Get<LogTimer>().HandleAsync("Found the cause", desk.Staff, CancellationToken.None);

        Assert.Equal((25, 25), (logged.Value.Minutes, logged.Value.ChargedMinutes));
        Assert.Equal(["Grant 600", "Use -25"], await desk.LedgerAsync());
        Assert.IsType<NotFound>((await desk.Get<LogTimer>().HandleAsync("Again", desk.Staff, CancellationToken.None)).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_member_of_staff_has_one_timer_also_when_two_are_started_at_once(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var (one, other) = (await desk.OpenAsync(), await desk.OpenAsync());

        var tried = await Task.WhenAll(
            desk.Get<StartTimer>().HandleAsync(one, desk.Staff, CancellationToken.None),
            desk.Get<StartTimer>().HandleAsync(other, desk.Staff, CancellationToken.None));

        var running = Assert.Single(tried, start => !start.IsRefused).Value;
        var number = (await desk.ShowAsync(running.Ticket)).Ticket.Number;
        Assert.Equal(new TimerAlreadyRuns(number), tried.Single(start => start.IsRefused).Refusal);
        Assert.Null((await desk.Get<StartTimer>().HandleAsync(other, desk.Colleague, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task A_timer_runs_on_when_the_program_is_started_again()
    {
        await using var desk = await DeskStore.WithPlanAsync(DatabaseKind.Sqlite);
        await desk.Get<StartTimer>().HandleAsync(await desk.OpenAsync(), desk.Staff, CancellationToken.None);
        desk.Store.Time.Advance(Duration.FromMinutes(90));

        await using var again = desk.Store.AnotherNode();
        await using var db = again.Db();
        Assert.Equal(90, (await db.Set<WorkTimer>().SingleAsync()).MinutesAt(desk.Store.Time.Now));
    }

    [Fact]
    public async Task What_cannot_be_logged_is_kept_as_measured_until_it_can_or_is_thrown_away()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        await desk.Get<StartTimer>().HandleAsync(await desk.OpenAsync(), desk.Staff, CancellationToken.None);
        desk.Store.Time.Advance(Duration.FromMinutes(30));

        Assert.Equal(new NotEnoughHours(30, 0), (await desk.Get<LogTimer>().HandleAsync("Work", desk.Staff, CancellationToken.None)).Refusal);
        desk.Store.Time.Advance(Duration.FromHours(2));
        Assert.Equal(new NotEnoughHours(30, 0), (await desk.Get<LogTimer>().HandleAsync("Work", desk.Staff, CancellationToken.None)).Refusal);

        await desk.Get<DiscardTimer>().HandleAsync(desk.Staff, CancellationToken.None);
        Assert.IsType<NotFound>((await desk.Get<LogTimer>().HandleAsync("Work", desk.Staff, CancellationToken.None)).Refusal);
    }
}
