using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Tickets;

public class TicketQueueTests
{
    private static readonly Instant Now = InSantiago(2026, 11, 16, 10);

    [Fact]
    public void FLU_15_The_class_goes_before_arrival_and_within_it_who_came_first()
    {
        var queue = TicketQueue.Order([Ticket(1, 3, 0), Ticket(2, 1, 2), Ticket(3, 1, 1), Ticket(4, 2, 0)], Desk.Flunt.QueueOrder);
        Assert.Equal([3, 2, 4, 1], queue.Select(ticket => ticket.Number));
    }

    [Fact]
    public void FLU_13_A_place_tells_why_it_is_no_better()
    {
        QueuedTicket mine = Ticket(9, 2, 5);
        var queue = TicketQueue.Order([Ticket(1, 1, 8), Ticket(2, 2, 1), Ticket(3, 2, 2), Ticket(4, 2, 9), mine], Desk.Flunt.QueueOrder);
        var place = TicketQueue.PlaceOf(mine.Id, queue, Desk.Flunt.QueueOrder);
        Assert.Equal(new QueuePlace(Position: 4, MoreSevereAhead: 1, HigherPlanAhead: 0, EarlierAhead: 2), place);
        Assert.Equal(3, place!.Ahead);
    }

    [Fact]
    public void What_is_not_in_the_queue_has_no_place() =>
        Assert.Null(TicketQueue.PlaceOf(TicketId.New(Now), [Ticket(1, 1, 0)], Desk.Flunt.QueueOrder));

    [Fact]
    public void FEN_15_Level_then_the_plans_priority_then_arrival()
    {
        QueueKey[] order = [QueueKey.ClassRank, QueueKey.PlanPriority, QueueKey.Arrival];
        var queue = TicketQueue.Order([Ticket(1, 2, 0, plan: 1), Ticket(2, 2, 5, plan: 4), Ticket(3, 1, 9, plan: 1)], order);
        Assert.Equal([3, 2, 1], queue.Select(ticket => ticket.Number));
        Assert.Equal(new QueuePlace(3, 1, 1, 0), TicketQueue.PlaceOf(queue[2].Id, queue, order));
    }

    [Fact]
    public void Of_two_that_came_at_the_same_instant_the_lower_number_goes_first()
    {
        var queue = TicketQueue.Order([Ticket(8, 1, 0), Ticket(7, 1, 0)], Desk.Flunt.QueueOrder);
        Assert.Equal([7, 8], queue.Select(ticket => ticket.Number));
        Assert.Equal(1, TicketQueue.PlaceOf(queue[1].Id, queue, Desk.Flunt.QueueOrder)!.EarlierAhead);
    }

    [Fact]
    public void The_order_does_not_depend_on_how_the_tickets_were_read_and_every_place_adds_up() =>
        Prop.ForAll(
            Gen.ArrayOf(
                from rank in Gen.Choose(1, 4)
                from minute in Gen.Choose(0, 5)
                select (rank, minute)).ToArbitrary(),
            tickets =>
            {
                var queued = tickets.Select((ticket, index) => Ticket(index + 1, ticket.rank, ticket.minute)).ToList();
                var queue = TicketQueue.Order(queued, Desk.Flunt.QueueOrder);
                return queue.SequenceEqual(TicketQueue.Order(Enumerable.Reverse(queued), Desk.Flunt.QueueOrder))
                    && queue.All(ticket => TicketQueue.PlaceOf(ticket.Id, queue, Desk.Flunt.QueueOrder) is { } place
                        && place.Ahead == place.MoreSevereAhead + place.HigherPlanAhead + place.EarlierAhead);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void FLU_13_The_places_of_a_whole_queue_are_those_found_by_looking_at_every_pair() =>
        Prop.ForAll(
            Gen.ArrayOf(
                from rank in Gen.Choose(1, 3)
                from minute in Gen.Choose(0, 3)
                from plan in Gen.Choose(0, 2)
                select (rank, minute, plan)).ToArbitrary(),
            Gen.Elements<QueueKey[]>(
                [QueueKey.ClassRank, QueueKey.Arrival], [QueueKey.ClassRank, QueueKey.PlanPriority, QueueKey.Arrival], [QueueKey.Arrival], [QueueKey.PlanPriority]).ToArbitrary(),
            (tickets, order) =>
            {
                var queue = TicketQueue.Order(tickets.Select((ticket, index) => Ticket(index + 1, ticket.rank, ticket.minute, ticket.plan)), order);
                var places = TicketQueue.Places(queue, order);
                return queue.Select((ticket, index) => places[index] == new QueuePlace(
                    index + 1,
                    Ahead(queue[..index], ticket, order, QueueKey.ClassRank),
                    Ahead(queue[..index], ticket, order, QueueKey.PlanPriority),
                    Ahead(queue[..index], ticket, order, QueueKey.Arrival))).All(same => same);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void FLU_15_Ten_thousand_places_are_found_in_one_pass()
    {
        var queue = TicketQueue.Order(Enumerable.Range(1, 10_000).Select(number => Ticket(number, (number % 4) + 1, number % 700)), Desk.Flunt.QueueOrder);
        var places = TicketQueue.Places(queue, Desk.Flunt.QueueOrder);
        Assert.Equal(Enumerable.Range(1, 10_000), places.Select(place => place.Position));
        Assert.Equal(2500, places[^1].EarlierAhead + 1);
    }

    [Fact]
    public void A_customer_reorders_its_own_tickets_and_nobody_else_s_place_changes()
    {
        QueuedTicket[] own = [Ticket(1, 2, 0), Ticket(4, 2, 3), Ticket(6, 2, 5)];
        QueuedTicket[] others = [Ticket(2, 2, 1), Ticket(3, 1, 2), Ticket(5, 2, 4)];

        var arrivals = TicketQueue.Reorder(own, [own[2].Id, own[0].Id, own[1].Id]).Value;
        var queue = TicketQueue.Order(
            [.. others, own[2] with { JoinedAt = arrivals[0] }, own[0] with { JoinedAt = arrivals[1] }, own[1] with { JoinedAt = arrivals[2] }], Desk.Flunt.QueueOrder);

        Assert.Equal([3, 6, 2, 1, 5, 4], queue.Select(ticket => ticket.Number));
    }

    [Fact]
    public void Only_tickets_of_one_class_that_wait_change_places_and_each_once()
    {
        QueuedTicket[] own = [Ticket(1, 2, 0), Ticket(2, 2, 0), Ticket(3, 1, 0)];
        Assert.IsType<NotOneClass>(TicketQueue.Reorder(own, [own[0].Id, own[2].Id]).Refusal);
        Assert.IsType<TicketNotWaiting>(TicketQueue.Reorder(own, [own[0].Id]).Refusal);
        Assert.IsType<TicketNotWaiting>(TicketQueue.Reorder(own, [own[0].Id, own[0].Id]).Refusal);
        Assert.IsType<TicketNotWaiting>(TicketQueue.Reorder(own, [own[0].Id, TicketId.New(Now)]).Refusal);

        // Of one instant they can be told apart afterwards.
        var arrivals = TicketQueue.Reorder(own, [own[1].Id, own[0].Id]).Value;
        Assert.True(arrivals[0] < arrivals[1]);
    }

    private static int Ahead(IEnumerable<QueuedTicket> before, QueuedTicket ticket, QueueKey[] order, QueueKey reason) => before.Count(other =>
        order.Where(key => key switch
        {
            QueueKey.ClassRank => other.ClassRank != ticket.ClassRank,
            QueueKey.PlanPriority => other.PlanPriority != ticket.PlanPriority,
            _ => other.JoinedAt != ticket.JoinedAt,
        }).Append(QueueKey.Arrival).First() == reason);

    private static QueuedTicket Ticket(int number, int rank, int minute, int plan = 0) =>
        new(TicketId.New(Now), number, rank, plan, Now + Duration.FromMinutes(minute));
}
