using System.Collections.Immutable;

namespace Storefront.Domain.Tickets;

/// <summary>What a rule did to a ticket.</summary>
/// <param name="Ticket">The ticket afterwards.</param>
/// <param name="Events">What happened, in order; none when nothing changed.</param>
public sealed record TicketChange(TicketState Ticket, ImmutableArray<TicketEvent> Events)
{
    internal static TicketChange Of(TicketState ticket, params ReadOnlySpan<TicketEvent> events) => new(ticket, [.. events]);

    internal TicketChange Then(Func<TicketState, TicketChange> next)
    {
        var change = next(Ticket);
        return change with { Events = [.. Events, .. change.Events] };
    }
}
