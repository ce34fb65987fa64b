using NodaTime;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>The house confirmed a ticket's class or changed it (FLU-13).</summary>
/// <param name="At">When.</param>
/// <param name="From">The class before.</param>
/// <param name="To">The class since; the same when it was confirmed.</param>
/// <param name="Changed">Whether it is another one.</param>
/// <param name="Reason">Why; null where none was given.</param>
[ObjectType("TicketClassDecision")]
public sealed record TicketClassDecision(Instant At, TicketClass From, TicketClass To, bool Changed, string? Reason);
