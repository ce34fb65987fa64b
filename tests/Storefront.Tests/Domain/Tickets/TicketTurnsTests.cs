using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Tickets;

/// <summary>FEN-16 on Fenicio's own handbook: a customer of Gold, on Monday 16 November 2026.</summary>
public class TicketTurnsTests
{
    private static readonly Handbook Fenicio = Loaded.Fenicio;
    private static readonly TurnPolicy Policy = Fenicio.Tickets.Turns!;

    [Fact]
    public void FEN_16_The_second_ticket_runs_when_the_first_is_answered()
    {
        var first = Open("one-payment", At(10));
        var second = Open("broken-design", At(10));
        (first, second) = (Settle(At(10), first, second)[0], Settle(At(10), first, second)[1]);
        Assert.Equal((TargetState.Running, At(14)), (Answer(first, At(10)).State, Answer(first, At(10)).DueAt!.Value));
        var waiting = Answer(second, At(10));
        Assert.Equal((TargetState.NotStarted, PauseReason.EarlierTicket, null), (waiting.State, waiting.WaitsFor!.Value, waiting.DueAt));
        Assert.Equal(At(14), Expected(At(10), first, second)[second.Id]);

        first = TicketRules.Reply(first, TicketActor.Staff, At(11)).Value.Ticket;
        var settled = Settle(At(11), first, second);

        Assert.Equal((TargetState.Met, At(14)), (Answer(settled[0], At(11)).State, Answer(settled[0], At(11)).DueAt!.Value));
        var running = Answer(settled[1], At(11));
        Assert.Equal((TargetState.Running, At(15)), (running.State, running.DueAt!.Value));
        Assert.Equal<ClockSegment>([new(At(10), At(11), PauseReason.EarlierTicket), new(At(11), null, null)], running.Segments);
    }

    [Fact]
    public void FEN_16_The_second_ticket_runs_when_the_first_waits_for_the_customer_and_both_do_when_it_has_answered()
    {
        var tickets = Settle(At(10), Open("one-payment", At(10)), Open("broken-design", At(10)));
        tickets = Settle(At(11), Move(tickets[0], TicketStatus.WaitingForCustomer, At(11)), tickets[1]);
        Assert.Equal((TargetState.Paused, TargetState.Running), (Answer(tickets[0], At(11)).State, Answer(tickets[1], At(11)).State));

        tickets = Settle(At(12), TicketRules.Reply(tickets[0], TicketActor.Customer, At(12)).Value.Ticket, tickets[1]);

        // Three hours of the first were left; the second keeps its own.
        Assert.Equal((At(15), At(15)), (Answer(tickets[0], At(12)).DueAt, Answer(tickets[1], At(12)).DueAt));
    }

    [Fact]
    public void FEN_16_A_level_1_never_waits_and_a_level_2_waits_for_it()
    {
        var first = Assert.Single(Settle(At(10), Open("one-payment", At(10))));
        var tickets = Settle(At(10), first, Open("no-access", At(10)), Open("regression", At(10)));

        Assert.Equal([TargetState.Running, TargetState.Running, TargetState.NotStarted], tickets.Select(ticket => Answer(ticket, At(10)).State));
        Assert.Equal(At(11), Answer(tickets[1], At(10)).DueAt);
        tickets = Settle(At(12), TicketRules.Reply(tickets[0], TicketActor.Staff, At(12)).Value.Ticket, tickets[1], tickets[2]);
        Assert.Equal(TargetState.NotStarted, Answer(tickets[2], At(12)).State);
        tickets = Settle(At(13), tickets[0], TicketRules.Reply(tickets[1], TicketActor.Staff, At(13)).Value.Ticket, tickets[2]);
        Assert.Equal((TargetState.Running, At(17)), (Answer(tickets[2], At(13)).State, Answer(tickets[2], At(13)).DueAt!.Value));
    }

    [Fact]
    public void FEN_16_One_that_waits_and_proves_to_be_a_level_1_runs_at_once()
    {
        var tickets = Settle(At(10), Open("one-payment", At(10)), Open("regression", At(10)));
        var raised = TicketRules.Classify(tickets[1], Fenicio.Tickets, "N1", "Nobody can buy.", At(11)).Value.Ticket;

        var running = Answer(Settle(At(11), tickets[0], raised)[1], At(11));

        Assert.Equal((TargetState.Running, At(12)), (running.State, running.DueAt!.Value));
    }

    [Fact]
    public void FEN_16_Of_those_that_wait_the_more_severe_is_next_and_each_says_from_when()
    {
        var tickets = Settle(At(10), Open("one-payment", At(9)), Open("question", At(9)), Open("regression", At(10)));

        var expected = Expected(At(10), tickets);

        // The first is due at 14:00; the level 2 may take four hours more, to the close, so that the question's time begins in the morning.
        Assert.Equal((At(14), At(9, day: 17)), (expected[tickets[2].Id], expected[tickets[1].Id]));
    }

    [Fact]
    public void FEN_16_What_is_answered_or_closed_before_its_turn_has_kept_its_promise()
    {
        var tickets = Settle(At(10), Open("one-payment", At(10)), Open("regression", At(10)), Open("question", At(10)));
        var answered = TicketRules.Reply(tickets[1], TicketActor.Staff, At(11)).Value.Ticket;
        var closed = Move(tickets[2], TicketStatus.Closed, At(11), TicketActor.Customer);

        tickets = Settle(At(11), tickets[0], answered, closed);

        Assert.All(tickets.Skip(1), ticket => Assert.Equal((TargetState.Met, false), (Answer(ticket, At(12)).State, ticket.WaitsForTurn)));
    }

    [Fact]
    public void FEN_16_A_scheduled_house_has_no_turns_and_all_clocks_run_at_once() =>
        Assert.Null(Loaded.Flunt.Tickets.Turns);

    private static Instant At(int hour, int minute = 0, int day = 16) =>
        new LocalDateTime(2026, 11, day, hour, minute).InZoneStrictly(Fenicio.Zone).ToInstant();

    private static TicketState Open(string kind, Instant at) => TicketRules.Open(TicketId.New(at), Fenicio.Tickets, kind, null, null, at).Value.Ticket;

    private static TicketState Move(TicketState ticket, TicketStatus to, Instant at, TicketActor actor = TicketActor.Staff) =>
        TicketRules.Move(ticket, Fenicio.Tickets, to, actor, at).Value.Ticket;

    private static TargetProgress Answer(TicketState ticket, Instant now) =>
        Assert.Single(Targets.Of(Fenicio.Tickets.Targets, ticket, "gold", Fenicio.Calendar, now, Policy));

    private static ImmutableDictionary<TicketId, Instant> Expected(Instant now, params TicketState[] tickets) =>
        TicketTurns.Expected(Turns(now, tickets), Fenicio.Calendar, now);

    private static TicketState[] Settle(Instant now, params TicketState[] tickets)
    {
        var next = TicketTurns.Next(Turns(now, tickets), Policy);
        return [.. tickets.Select(ticket => next.FirstOrDefault(turn => turn.State == ticket) is { } turn ? TicketTurns.Begin(turn, now).Ticket : ticket)];
    }

    private static List<TurnTicket> Turns(Instant now, TicketState[] tickets) =>
    [
        .. tickets.Select((ticket, index) => new TurnTicket(
            ticket, index + 1, Fenicio.Tickets.FindClass(ticket.ClassKey)!.Rank, Answer(ticket, now))),
    ];
}
