using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>What has been told of a promise, so that it is told once. How the promise stands is always computed.</summary>
public sealed class TargetNote
{
    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    /// <summary>The class to which it was made; another class makes other promises.</summary>
    public required string ClassKey { get; init; }

    public required TargetKind Kind { get; init; }

    /// <summary>The due time of which staff were warned; another one, after a pause, is warned of again.</summary>
    public Instant? WarnedOf { get; set; }

    /// <summary>When it was found to be missed.</summary>
    public Instant? MissedAt { get; set; }
}
