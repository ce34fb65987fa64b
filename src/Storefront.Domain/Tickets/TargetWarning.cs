using NodaTime;

namespace Storefront.Domain.Tickets;

/// <summary>When the house should look at a promise that is about to run out.</summary>
public static class TargetWarning
{
    private const int LastShare = 4;

    /// <summary>The beginning of the last quarter of the time that a promise has; null while it does not run.</summary>
    public static Instant? At(TargetProgress target) => target is { State: TargetState.Running, DueAt: { } due, Segments: [var first, ..] }
        ? due - ((due - first.From) / LastShare)
        : null;
}
