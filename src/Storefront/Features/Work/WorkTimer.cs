using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;

namespace Storefront.Features.Work;

/// <summary>The clock that a member of staff lets run on a ticket; each has at most one.</summary>
public sealed class WorkTimer
{
    public required UserId StaffId { get; init; }

    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    public required Instant StartedAt { get; init; }

    /// <summary>When it was stopped without being logged yet; null while it runs.</summary>
    public Instant? StoppedAt { get; set; }

    public TicketKey Ticket => new(AccountId, TicketId);

    /// <summary>Whole minutes so far, begun ones included, from 1.</summary>
    public int MinutesAt(Instant now) => Math.Max(1, (int)Math.Ceiling(((StoppedAt ?? now) - StartedAt).TotalMinutes));
}
