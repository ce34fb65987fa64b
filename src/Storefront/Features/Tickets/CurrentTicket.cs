using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>A stored ticket with what rules need to know of it.</summary>
/// <param name="Row">The row, tracked.</param>
/// <param name="State">The ticket as it stands.</param>
/// <param name="Terms">What its promises are computed from.</param>
/// <param name="Segments">Its clock's rows, tracked.</param>
/// <param name="Notes">What has been told of its promises, tracked.</param>
public sealed record CurrentTicket(
    Ticket Row, TicketState State, TicketTerms Terms, IReadOnlyList<TicketSegmentRow> Segments, IReadOnlyList<TargetNote> Notes);
