using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Tickets.TicketCustomer;

namespace Storefront.Tests.Features.Tickets;

/// <summary>A customer puts its own tickets that wait in another order.</summary>
public sealed class MoveTicketTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_15_A_customer_s_tickets_change_places_and_the_other_customer_s_stays(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var other = await customer.AnotherAsync();
        var first = await customer.OpenAsync();
        customer.MoveTo(11, 2, 10);
        var theirs = await other.OpenAsync();
        customer.MoveTo(11, 2, 11);
        var second = await customer.OpenAsync();
        var due = (await customer.ShowAsync(first)).Targets[0].DueAt;

        Assert.Null((await MoveAsync(customer, second, first)).Refusal);

        Assert.Equal([1, 2, 3], await PlacesAsync((customer, second), (other, theirs), (customer, first)));
        Assert.Equal(due, (await customer.ShowAsync(first)).Targets[0].DueAt);
        Assert.Contains("ticket.queue-changed", (await customer.EventsAsync()).Select(happened => happened.Type));
        Assert.DoesNotContain("ticket.queue-changed", (await other.EventsAsync()).Select(happened => happened.Type));

        // And back: each has its own arrival again.
        Assert.Null((await MoveAsync(customer, second, before: null)).Refusal);
        Assert.Equal([1, 2, 3], await PlacesAsync((customer, first), (other, theirs), (customer, second)));
        Assert.Null((await customer.ShowAsync(first)).Ticket.QueuedAt);
    }

    [Fact]
    public async Task Another_class_another_account_and_what_is_begun_are_refused_and_nothing_moves()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);
        var other = await customer.AnotherAsync();
        var (critical, urgent, second) = (await customer.OpenAsync(), await customer.OpenAsync(Input(Urgency.High, Impact.Low)), await customer.OpenAsync());
        var theirs = await other.OpenAsync();

        Assert.IsType<NotOneClass>((await MoveAsync(customer, urgent, critical)).Refusal);
        Assert.IsType<NotFound>((await MoveAsync(customer, theirs, critical)).Refusal);
        Assert.IsType<NotFound>((await MoveAsync(customer, critical, theirs)).Refusal);
        Assert.IsType<TicketNotWaiting>((await MoveAsync(customer, urgent, before: null)).Refusal);
        await customer.MoveAsync(critical.Id, TicketStatus.InProgress);
        Assert.IsType<TicketNotWaiting>((await MoveAsync(customer, second, critical)).Refusal);
        Assert.IsType<ReadOnlyMember>((await customer.Store.Get<MoveTicketInQueue>().HandleAsync(
            new MoveTicketInQueueInput(second.Id, null), customer.As(Storefront.Features.Accounts.MemberRole.Viewer), CancellationToken.None)).Refusal);
        Assert.DoesNotContain("ticket.queue-changed", (await customer.EventsAsync()).Select(happened => happened.Type));
    }

    [Fact]
    public async Task FLU_13_A_changed_class_ends_what_the_customer_arranged()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);
        var first = await customer.OpenAsync();
        customer.MoveTo(11, 2, 10);
        var second = await customer.OpenAsync();
        await MoveAsync(customer, second, first);

        await customer.StaffAsync(first.Id, (found, now) => TicketRules.Classify(found.State, customer.Handbook.Tickets, "Q2", "It can wait.", now));

        Assert.Null((await customer.ShowAsync(first)).Ticket.QueuedAt);
        Assert.Equal(new QueuePlace(2, 1, 0, 0), (await customer.ShowAsync(first)).Place);
    }

    private static Task<Result<Done>> MoveAsync(TicketCustomer customer, OpenedTicket ticket, OpenedTicket? before) =>
        customer.Store.Get<MoveTicketInQueue>().HandleAsync(new MoveTicketInQueueInput(ticket.Id, before?.Id), customer.Viewer, CancellationToken.None);

    private static async Task<List<int>> PlacesAsync(params (TicketCustomer Whose, OpenedTicket Ticket)[] tickets)
    {
        var places = new List<int>();
        foreach (var (whose, ticket) in tickets)
        {
            places.Add((await whose.ShowAsync(ticket)).Place!.Position);
        }

        return places;
    }
}
