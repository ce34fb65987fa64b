using NodaTime;

namespace Storefront.Domain.Tickets;

/// <summary>The promise that is looked at first, as lists sort by it: it changes with what happens to the ticket, not with the time.</summary>
/// <param name="DueAt">When it is, or was, due.</param>
/// <param name="RisksFrom">From when it should be looked at: the last quarter of its time.</param>
public sealed record NextPromise(Instant DueAt, Instant RisksFrom)
{
    /// <summary>The one that is due first of those that run or were missed; null when there is none.</summary>
    public static NextPromise? Of(IEnumerable<TargetProgress> targets) => targets
        .Where(target => target is { MetAt: null, State: TargetState.Running or TargetState.Missed, DueAt: not null })
        .OrderBy(target => target.DueAt)
        .Select(target => new NextPromise(target.DueAt!.Value, TargetWarning.At(target) ?? target.DueAt.Value))
        .FirstOrDefault();
}
