using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>
/// Whose turn it is among the tickets of one customer, where a promise is kept for one of them at a time (FEN-16). The next begins to run
/// when the one before has been answered or waits for the customer; one that has begun goes on when its customer answers, beside the other.
/// </summary>
public static class TicketTurns
{
    /// <summary>The tickets whose promise begins to run now, and those that have nothing to wait for any more.</summary>
    /// <param name="tickets">All unfinished tickets of one customer, in any order.</param>
    /// <param name="policy">The house's.</param>
    public static ImmutableArray<TurnTicket> Next(IEnumerable<TurnTicket> tickets, TurnPolicy policy)
    {
        var all = tickets.Where(ticket => ticket.State.Status != TicketStatus.Scheduled).ToList();
        var next = all.Where(ticket => ticket.State.WaitsForTurn && (!ticket.IsOwed || !policy.MakesWait(ticket.State.ClassKey))).ToList();
        if (!all.Exists(IsRunning) && !next.Exists(ticket => ticket.IsOwed))
        {
            next.AddRange(Waiting(all.Except(next)).Where(ticket => IsGoing(ticket.State)).Take(1));
        }

        return [.. next];
    }

    /// <summary>The turn of a ticket has come, or it has nothing to wait for any more.</summary>
    public static TicketChange Begin(TurnTicket ticket, Instant now)
    {
        var begun = ticket.State with { WaitsForTurn = false, TurnAt = now > ticket.State.JoinsAt ? now : null };
        return begun.TurnAt is null || !ticket.IsOwed ? TicketChange.Of(begun) : TicketChange.Of(begun, new TicketTurnCame(now));
    }

    /// <summary>
    /// From when the promise of each ticket that waits is expected to run, were everything before it answered only when it is due; what is
    /// answered earlier brings it forward.
    /// </summary>
    /// <param name="tickets">All unfinished tickets of one customer, in any order.</param>
    /// <param name="calendar">The house's.</param>
    /// <param name="now">Now.</param>
    public static ImmutableDictionary<TicketId, Instant> Expected(IEnumerable<TurnTicket> tickets, BusinessCalendar calendar, Instant now)
    {
        var all = tickets.Where(ticket => ticket.State.Status != TicketStatus.Scheduled).ToList();
        var free = all.Where(IsRunning).Select(ticket => ticket.Target!.DueAt).Aggregate(now, (latest, due) => due > latest ? due.Value : latest);
        var expected = ImmutableDictionary.CreateBuilder<TicketId, Instant>();
        foreach (var ticket in Waiting(all))
        {
            expected[ticket.State.Id] = calendar.NextOpening(free);
            free = TicketClock.Due(ticket.Target!.Within, free, calendar);
        }

        return expected.ToImmutable();
    }

    private static IEnumerable<TurnTicket> Waiting(IEnumerable<TurnTicket> tickets) => tickets
        .Where(ticket => ticket is { State.WaitsForTurn: true, IsOwed: true })
        .OrderBy(ticket => ticket.ClassRank).ThenBy(ticket => ticket.State.Arrival).ThenBy(ticket => ticket.Number);

    private static bool IsRunning(TurnTicket ticket) => !ticket.State.WaitsForTurn && ticket.IsOwed && IsGoing(ticket.State);

    private static bool IsGoing(TicketState ticket) => ticket.Segments is [.., { IsRunning: true }];
}

/// <summary>A ticket among those of its customer.</summary>
/// <param name="State">The ticket.</param>
/// <param name="Number">Its number in the house, unique.</param>
/// <param name="ClassRank">1 is the most severe.</param>
/// <param name="Target">How the promise stands that is kept for one at a time; null where its class has none.</param>
public sealed record TurnTicket(TicketState State, int Number, int ClassRank, TargetProgress? Target)
{
    /// <summary>Whether the promise is still to be kept.</summary>
    public bool IsOwed => Target is { MetAt: null } && State.IsUnresolved;
}
