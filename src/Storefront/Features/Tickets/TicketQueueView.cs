using NodaTime;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>A place in the house's queue.</summary>
/// <param name="Position">From 1, the next to be begun.</param>
/// <param name="Ahead">Tickets before it.</param>
/// <param name="Reason">Why the place is no better, in the reader's words.</param>
/// <param name="ExpectedStart">When work begins at the latest, as far as is promised; null when nothing is.</param>
/// <param name="Window">Between when and when work is expected to begin; null when nothing can be said.</param>
[ObjectType("TicketQueuePlace")]
public sealed record TicketQueueView(int Position, int Ahead, string Reason, Instant? ExpectedStart, TicketStartWindow? Window);

/// <summary>Between when and when work on a ticket is expected to begin.</summary>
/// <param name="From">The earliest.</param>
/// <param name="To">The latest.</param>
/// <param name="Basis">How it is known.</param>
[ObjectType("TicketStartWindow")]
public sealed record TicketStartWindow(Instant From, Instant To, StartBasis Basis)
{
    internal static TicketStartWindow? Of(StartWindow? window) => window is { } known ? new(known.From, known.To, known.Basis) : null;
}
