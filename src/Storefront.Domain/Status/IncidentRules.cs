using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Status;

/// <summary>How incidents and maintenance go, and what they make of the house's status (FEN-20).</summary>
public static class IncidentRules
{
    private static readonly ImmutableArray<IncidentStep> OfIncidents =
        [IncidentStep.Investigating, IncidentStep.Identified, IncidentStep.Monitoring, IncidentStep.Resolved];

    private static readonly ImmutableArray<IncidentStep> OfMaintenance = [IncidentStep.Scheduled, IncidentStep.InProgress, IncidentStep.Resolved];

    /// <summary>The steps of a kind, in their usual order; any may follow any until it is resolved.</summary>
    public static ImmutableArray<IncidentStep> StepsOf(IncidentKind kind) => kind switch
    {
        IncidentKind.Incident => OfIncidents,
        IncidentKind.Maintenance => OfMaintenance,
    };

    /// <summary>Something went wrong, now.</summary>
    /// <returns>The incident, or <see cref="IncidentLevelNotValid"/>: it leaves something worse than it should be.</returns>
    public static Result<IncidentState> OpenIncident(HouseStatusLevel level, Instant now) => level is HouseStatusLevel.Degraded or HouseStatusLevel.Outage
        ? new IncidentState(IncidentKind.Incident, level, IncidentStep.Investigating, now, EndsAt: null, ResolvedAt: null)
        : new IncidentLevelNotValid();

    /// <summary>Announces work.</summary>
    /// <returns>The maintenance, or <see cref="MaintenanceTimeNotValid"/>: it ends after it begins, and not before now.</returns>
    public static Result<IncidentState> Announce(Instant startsAt, Instant endsAt, Instant now) => endsAt > startsAt && endsAt > now
        ? new IncidentState(
            IncidentKind.Maintenance,
            HouseStatusLevel.Maintenance,
            startsAt > now ? IncidentStep.Scheduled : IncidentStep.InProgress,
            startsAt,
            endsAt,
            ResolvedAt: null)
        : new MaintenanceTimeNotValid();

    /// <summary>Tells how far it is.</summary>
    /// <returns>The incident, or <see cref="IncidentOver"/> or <see cref="IncidentStepNotValid"/>.</returns>
    public static Result<IncidentState> Update(IncidentState incident, IncidentStep step, Instant now)
    {
        if (incident.ResolvedAt is { } resolved)
        {
            return new IncidentOver(resolved);
        }

        if (!StepsOf(incident.Kind).Contains(step))
        {
            return new IncidentStepNotValid(step);
        }

        var begun = step == IncidentStep.InProgress && incident.StartsAt > now ? now : incident.StartsAt;
        return incident with { Step = step, StartsAt = begun, ResolvedAt = step == IncidentStep.Resolved ? now : null };
    }

    /// <summary>The worst that is going on; the usual where nothing is.</summary>
    public static HouseStatusLevel LevelAt(IEnumerable<IncidentState> incidents, HouseStatusLevel usual, Instant now) =>
        incidents.Where(incident => incident.IsOpenAt(now)).Select(incident => incident.Level).Append(usual).Max();
}
