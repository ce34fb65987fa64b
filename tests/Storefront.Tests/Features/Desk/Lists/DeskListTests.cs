using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Tickets;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Tickets.TicketCustomer;

namespace Storefront.Tests.Features.Desk.Lists;

/// <summary>The desk's list is sorted, narrowed and counted by the database.</summary>
public sealed class DeskListTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task COM_03_What_was_missed_stands_first_then_what_has_the_least_time(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var backlog = await NumberAsync(desk, Urgency.Low, Impact.Low);
        var planned = await NumberAsync(desk, Urgency.Low, Impact.High);
        var urgent = await NumberAsync(desk, Urgency.High, Impact.Low);
        var critical = await NumberAsync(desk, Urgency.High, Impact.High);

        Assert.Equal([critical, urgent, planned, backlog], await NumbersAsync(desk, new DeskListQuery()));

        // Five business hours later the critical one's start is missed, and another comes.
        desk.Store.Time.Advance(Duration.FromHours(5));
        var fresh = await NumberAsync(desk, Urgency.High, Impact.High);
        Assert.Equal([critical, fresh, urgent, planned, backlog], await NumbersAsync(desk, new DeskListQuery()));
        Assert.Equal([critical], await NumbersAsync(desk, new DeskListQuery { Show = DeskFilter.Urgent }));
        Assert.Equal((1, 0), await MissedAndSoonAsync(desk));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_order_and_the_counts_are_those_of_the_promises_computed_one_by_one(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var other = await desk.Customer.AnotherAsync();
        for (var index = 0; index < 8; index++)
        {
            var input = Input(index % 2 == 0 ? Urgency.High : Urgency.Low, index % 3 == 0 ? Impact.Low : Impact.High);
            var ticket = index % 2 == 0 ? await desk.OpenAsync(input) : new TicketKey(other.Account, (await other.OpenAsync(input)).Id);
            if (index == 3)
            {
                await desk.ReplyAsync(ticket, "Since when?", waits: true);
            }
            else if (index == 4)
            {
                await desk.MoveAsync(ticket, TicketStatus.InProgress);
            }
            else if (index == 5)
            {
                await desk.MoveAsync(ticket, TicketStatus.Resolved);
            }

            desk.Store.Time.Advance(Duration.FromMinutes(50));
        }

        var all = (await desk.Get<DeskQueueReader>().ReadAsync(CancellationToken.None)).Entries;
        foreach (var show in Enum.GetValues<DeskFilter>().Where(show => show != DeskFilter.Done))
        {
            var expected = all.Where(entry => entry.Fits(show, desk.Staff.UserId))
                .OrderBy(entry => entry.Next is { State: not TargetState.Paused } next ? next.DueAt : Instant.MaxValue)
                .ThenBy(entry => entry.Ticket.ClassRank).ThenBy(entry => entry.Ticket.JoinsAt).ThenBy(entry => entry.Ticket.Number)
                .Select(entry => entry.Ticket.Number).ToList();
            var page = await desk.Get<DeskListReader>().ListAsync(new DeskListQuery { Show = show }, desk.Staff.UserId, CancellationToken.None);

            Assert.Equal(expected, page.Entries.Select(entry => entry.Ticket.Number));
            Assert.Equal((expected.Count, expected.Count), (page.Total, page.Counts.Of(show)));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Filters_narrow_by_status_class_plan_assignee_account_and_words(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var other = await desk.Customer.AnotherAsync();
        await desk.OpenAsync(Input(subject: "Facturación caída"));
        await other.OpenAsync(Input(Urgency.Low, Impact.Low, subject: "Checkout"));
        var started = await desk.OpenAsync(Input(subject: "Checkout 2"));
        await desk.MoveAsync(started, TicketStatus.InProgress);
        var done = await desk.OpenAsync(Input(subject: "Banner"));
        await desk.MoveAsync(done, TicketStatus.Resolved);

        Assert.Equal([3], await NumbersAsync(desk, new DeskListQuery { Status = TicketStatus.InProgress }));
        Assert.Equal([2], await NumbersAsync(desk, new DeskListQuery { Class = "Q4" }));
        Assert.Equal([1, 3], await NumbersAsync(desk, new DeskListQuery { Plan = "essential" }));
        Assert.Equal([3], await NumbersAsync(desk, new DeskListQuery { Assignee = DeskListQuery.Me }));
        Assert.Equal([1, 2], await NumbersAsync(desk, new DeskListQuery { Assignee = DeskListQuery.Nobody }));
        Assert.Equal([3], await NumbersAsync(desk, new DeskListQuery { Assignee = desk.Staff.UserId.Value.ToString() }));
        Assert.Equal([2], await NumbersAsync(desk, new DeskListQuery { Account = other.Account.Value }));
        Assert.Equal([1], await NumbersAsync(desk, new DeskListQuery { Search = "facturacion tienda" }));
        Assert.Equal([2], await NumbersAsync(desk, new DeskListQuery { Search = "#2 otra" }));
        Assert.Equal([4], await NumbersAsync(desk, new DeskListQuery { Search = "BANNER" }));
        Assert.Equal([4], await NumbersAsync(desk, new DeskListQuery { Show = DeskFilter.Done }));
        Assert.Empty(await NumbersAsync(desk, new DeskListQuery { Search = "100%", Class = "nothing" }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_has_fifty_and_all_pages_have_each_ticket_once(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        await desk.OpenAsync();
        await using (var db = desk.Store.Db())
        {
            var first = await db.Set<Ticket>().AsNoTracking().SingleAsync();
            foreach (var number in Enumerable.Range(2, 119))
            {
                var copy = db.Entry((Ticket)db.Entry(first).CurrentValues.ToObject());
                copy.Property(ticket => ticket.Id).CurrentValue = TicketId.New(TestStore.Start);
                copy.Property(ticket => ticket.Number).CurrentValue = number;
                copy.Property(ticket => ticket.PromiseDueAt).CurrentValue = TestStore.Start + Duration.FromMinutes(number % 7);
                copy.State = EntityState.Added;
            }

            await db.SaveChangesAsync();
        }

        var seen = new List<int>();
        for (var at = 0; at < 4; at++)
        {
            var page = await desk.Get<DeskListReader>().ListAsync(new DeskListQuery { At = at }, desk.Staff.UserId, CancellationToken.None);
            Assert.Equal((120, at < 2 ? 50 : at == 2 ? 20 : 0), (page.Total, page.Entries.Count));
            seen.AddRange(page.Entries.Select(entry => entry.Ticket.Number));
        }

        Assert.Equal(Enumerable.Range(1, 120), seen.Order());
        var open = (await desk.Get<DeskListReader>().ReadBoardAsync(new DeskListQuery(), desk.Staff.UserId, CancellationToken.None))[0];
        Assert.Equal((TicketStatus.Open, 120, DeskListReader.ColumnSize), (open.Status, open.Total, open.Entries.Count));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_promise_is_kept_with_the_ticket_again_when_handbook_or_plan_were_others(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var ticket = await desk.OpenAsync();
        Ticket right;
        await using (var db = desk.Store.Db())
        {
            right = await db.Set<Ticket>().AsNoTracking().SingleAsync();
            await db.Set<Ticket>().ExecuteUpdateAsync(row => row
                .SetProperty(stale => stale.PromiseDueAt, Ticket.NoPromise).SetProperty(stale => stale.PromisedUnder, ""));
            Assert.Equal(1, await TicketPromises.OfOtherHandbooks(db, desk.Customer.Handbook).CountAsync());
        }

        await desk.Customer.SettleAsync();

        await using var after = desk.Store.Db();
        var kept = await after.Set<Ticket>().AsNoTracking().SingleAsync();
        Assert.NotEqual(Ticket.NoPromise, right.PromiseDueAt);
        Assert.Equal((right.PromiseDueAt, right.PromiseRisksFrom, right.PromisedUnder), (kept.PromiseDueAt, kept.PromiseRisksFrom, kept.PromisedUnder));
        Assert.Equal(ticket.Id, kept.Id);
        Assert.Equal(0, await TicketPromises.OfOtherHandbooks(after, desk.Customer.Handbook).CountAsync());
    }

    private static async Task<int> NumberAsync(DeskStore desk, Urgency urgency, Impact impact) => (await desk.Customer.OpenAsync(Input(urgency, impact))).Number;

    private static async Task<List<int>> NumbersAsync(DeskStore desk, DeskListQuery query)
    {
        var page = await desk.Get<DeskListReader>().ListAsync(query, desk.Staff.UserId, CancellationToken.None);
        Assert.Equal(page.Total, page.Entries.Count);
        var numbers = page.Entries.Select(entry => entry.Ticket.Number).ToList();
        return query is { Show: DeskFilter.Open or DeskFilter.Urgent, IsNarrowed: false } ? numbers : [.. numbers.Order()];
    }

    private static async Task<(int Missed, int Soon)> MissedAndSoonAsync(DeskStore desk)
    {
        var counts = await desk.Get<DeskListReader>().CountAsync(desk.Staff.UserId, CancellationToken.None);
        return (counts.Missed, counts.Soon);
    }
}
