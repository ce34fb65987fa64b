using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Tickets;

/// <summary>A note among staff. It has a table, ids and an event stream of its own, so that nothing of it can reach a customer (COM-06).</summary>
public sealed class StaffNote
{
    public required AccountId AccountId { get; init; }

    public required TicketMessageId Id { get; init; }

    public required TicketId TicketId { get; init; }

    public required UserId AuthorId { get; init; }

    /// <summary>Markdown, as it was written.</summary>
    public required string Body { get; set; }

    public required Instant At { get; init; }
}
