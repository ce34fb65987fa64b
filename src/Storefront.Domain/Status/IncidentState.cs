using NodaTime;
using Storefront.Domain.Houses;

namespace Storefront.Domain.Status;

/// <summary>An incident or a maintenance as the rules know it.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Level">What it does to what it touches.</param>
/// <param name="Step">How far it is, as staff told last.</param>
/// <param name="StartsAt">When it began, or will.</param>
/// <param name="EndsAt">When maintenance is planned to be over, exclusive; null for an incident.</param>
/// <param name="ResolvedAt">When it was over; null while it is not.</param>
public sealed record IncidentState(
    IncidentKind Kind, HouseStatusLevel Level, IncidentStep Step, Instant StartsAt, Instant? EndsAt, Instant? ResolvedAt)
{
    /// <summary>Whether the service is touched: maintenance is from its start, whether or not somebody has said so.</summary>
    public bool IsOpenAt(Instant now) => ResolvedAt is null && StartsAt <= now;

    /// <summary>Whether it was announced and has not begun.</summary>
    public bool IsAheadAt(Instant now) => ResolvedAt is null && StartsAt > now;

    /// <summary>How far it is: what was scheduled and has begun is in progress.</summary>
    public IncidentStep StepAt(Instant now) => Step == IncidentStep.Scheduled && IsOpenAt(now) ? IncidentStep.InProgress : Step;
}
