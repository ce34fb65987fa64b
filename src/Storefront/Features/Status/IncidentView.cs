using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Status;

namespace Storefront.Features.Status;

/// <summary>An incident with what was told of it.</summary>
/// <param name="Row">The incident.</param>
/// <param name="Updates">What staff told, the latest first.</param>
public sealed record IncidentView(Incident Row, ImmutableArray<IncidentUpdate> Updates)
{
    public IncidentState State { get; } = Row.ToDomain();
}

/// <summary>How the house's service is doing at a moment.</summary>
/// <param name="Usual">What the handbook says of it.</param>
/// <param name="Unresolved">What goes on or is announced, in the order in which it begins.</param>
/// <param name="At">The moment.</param>
public sealed record HouseService(HouseStatus Usual, ImmutableArray<IncidentView> Unresolved, Instant At)
{
    /// <summary>What goes on, the gravest first.</summary>
    public ImmutableArray<IncidentView> Open { get; } =
        [.. Unresolved.Where(incident => incident.State.IsOpenAt(At)).OrderByDescending(incident => incident.State.Level)];

    /// <summary>What is announced, the next first.</summary>
    public ImmutableArray<IncidentView> Ahead { get; } = [.. Unresolved.Where(incident => incident.State.IsAheadAt(At))];

    /// <summary>The worst that goes on; what the handbook says where nothing does.</summary>
    public HouseStatusLevel Level => IncidentRules.LevelAt(Unresolved.Select(incident => incident.State), Usual.Level, At);

    /// <summary>How a part of it is doing; what touches no part by name touches all.</summary>
    public HouseStatusLevel LevelOf(StatusComponent component) => IncidentRules.LevelAt(
        Unresolved.Where(incident => incident.Row.Components.Length == 0 || incident.Row.Components.Contains(component.Key)).Select(incident => incident.State),
        Usual.Level,
        At);
}
