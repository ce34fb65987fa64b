using System.Collections.Immutable;
using NodaTime;

namespace Storefront.Domain.Tickets;

/// <summary>How a promise stands: when it is due or what it waits for (COM-03).</summary>
/// <param name="Kind">What was promised.</param>
/// <param name="Within">How long it may take.</param>
/// <param name="State">How it stands.</param>
/// <param name="DueAt">When it is, or was, due; null while it waits.</param>
/// <param name="MetAt">When it was met, in time or late; null when it has not been.</param>
/// <param name="WaitsFor">Why it stands still; null when it does not.</param>
/// <param name="DueWhileClosed">Whether it falls due when nobody of the house is there.</param>
/// <param name="Segments">The stretches that it ran and stood still, until it was met.</param>
public sealed record TargetProgress(
    TargetKind Kind,
    TargetDuration Within,
    TargetState State,
    Instant? DueAt,
    Instant? MetAt,
    PauseReason? WaitsFor,
    bool DueWhileClosed,
    ImmutableArray<ClockSegment> Segments);
