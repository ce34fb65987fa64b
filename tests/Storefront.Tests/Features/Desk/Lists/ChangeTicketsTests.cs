using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk.Lists;

/// <summary>One thing is done to several tickets, each by itself.</summary>
public sealed class ChangeTicketsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_ticket_is_changed_by_itself_and_what_refuses_says_why(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        var other = await desk.Customer.AnotherAsync();
        await desk.OpenAsync();
        var closed = await desk.OpenAsync();
        await other.OpenAsync();
        await desk.MoveAsync(closed, TicketStatus.Closed);

        var outcomes = await ChangeAsync(desk, new BulkChange.Move(TicketStatus.InProgress), 1, 2, 3, 3, 77);

        Assert.Equal([1, 2, 3, 77], outcomes.Select(outcome => outcome.Number));
        Assert.Equal([null, typeof(TicketStepNotAllowed), null, typeof(NotFound)], outcomes.Select(outcome => outcome.Refusal?.GetType()));
        Assert.Equal([TicketStatus.InProgress, TicketStatus.Closed, TicketStatus.InProgress], await StatusesAsync(desk));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Done_twice_it_is_done_once(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        await desk.OpenAsync();
        await desk.OpenAsync();
        BulkChange[] changes = [new BulkChange.Assign(desk.Staff.UserId), new BulkChange.ConfirmClass(), new BulkChange.Move(TicketStatus.InProgress)];

        foreach (var change in changes)
        {
            Assert.All(await ChangeAsync(desk, change, 1, 2), outcome => Assert.Null(outcome.Refusal));
            var events = await EventsAsync(desk);
            Assert.All(await ChangeAsync(desk, change, 1, 2), outcome => Assert.Null(outcome.Refusal));
            Assert.Equal(events, await EventsAsync(desk));
        }

        await using var db = desk.Store.Db();
        Assert.All(await db.Set<Ticket>().ToListAsync(), ticket =>
            Assert.Equal((desk.Staff.UserId, true, TicketStatus.InProgress), (ticket.AssigneeId!.Value, ticket.ClassConfirmed, ticket.Status)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_06_Only_staff_change_tickets_and_only_staff_are_given_them(DatabaseKind kind)
    {
        await using var desk = await DeskStore.WithPlanAsync(kind);
        await desk.OpenAsync();
        await desk.AddMemberAsync("camila@tiendasur.example", "es");
        UserId customer;
        await using (var db = desk.Store.Db())
        {
            customer = await db.Users.Select(user => user.Id).SingleAsync();
        }

        Assert.IsType<NotStaff>(Assert.Single(await ChangeAsync(desk, new BulkChange.Assign(customer), 1)).Refusal);
        var outcomes = await desk.Get<ChangeTickets>().HandleAsync([1], new BulkChange.ConfirmClass(), desk.Customer.Viewer, CancellationToken.None);
        Assert.IsType<NotFound>(Assert.Single(outcomes.Value).Refusal);
        Assert.IsType<TooManyTickets>((await desk.Get<ChangeTickets>().HandleAsync(
            [.. Enumerable.Range(1, ChangeTickets.Most + 1)], new BulkChange.ConfirmClass(), desk.Staff, CancellationToken.None)).Refusal);
    }

    private static async Task<IReadOnlyList<BulkOutcome>> ChangeAsync(DeskStore desk, BulkChange change, params int[] numbers) =>
        (await desk.Get<ChangeTickets>().HandleAsync(numbers, change, desk.Staff, CancellationToken.None)).Value;

    private static async Task<List<TicketStatus>> StatusesAsync(DeskStore desk)
    {
        await using var db = desk.Store.Db();
        return await db.Set<Ticket>().OrderBy(ticket => ticket.Number).Select(ticket => ticket.Status).ToListAsync();
    }

    private static async Task<int> EventsAsync(DeskStore desk)
    {
        await using var db = desk.Store.Db();
        return await db.Set<EventRow>().CountAsync();
    }
}
