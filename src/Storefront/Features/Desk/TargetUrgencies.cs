using NodaTime;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Desk;

/// <summary>Which of a ticket's promises staff have to look at, and how soon.</summary>
internal static class TargetUrgencies
{
    /// <summary>The missed one that was due first, else the running one that is due first, else one that stands still; null when none is left to keep.</summary>
    public static TargetProgress? Next(IEnumerable<TargetProgress> targets) => targets
        .Where(target => target.MetAt is null && target.State != TargetState.NotStarted)
        .OrderBy(target => target.State switch
        {
            TargetState.Missed => 0,
            TargetState.Running => 1,
            _ => 2,
        })
        .ThenBy(target => target.DueAt)
        .FirstOrDefault();

    public static TargetUrgency Of(TargetProgress? target, Instant now) => target switch
    {
        { State: TargetState.Missed, MetAt: null } => TargetUrgency.Missed,
        { State: TargetState.Running } => TargetWarning.At(target) <= now ? TargetUrgency.Soon : TargetUrgency.Running,
        _ => TargetUrgency.None,
    };
}
