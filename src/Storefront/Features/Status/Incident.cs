using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Status;

namespace Storefront.Features.Status;

/// <summary>An incident or a maintenance of the house's service, as it is kept.</summary>
public sealed class Incident
{
    public required IncidentId Id { get; init; }

    public required IncidentKind Kind { get; init; }

    public required HouseStatusLevel Level { get; set; }

    /// <summary>What it is, in one line.</summary>
    public required string Title { get; set; }

    /// <summary>Keys of the parts of the service that it touches; none for all of it.</summary>
    public required string[] Components { get; set; }

    public required IncidentStep Step { get; set; }

    public required Instant StartsAt { get; set; }

    /// <summary>When maintenance is planned to be over; null for an incident.</summary>
    public Instant? EndsAt { get; set; }

    public Instant? ResolvedAt { get; set; }

    public required UserId OpenedBy { get; init; }

    public required Instant OpenedAt { get; init; }

    /// <summary>The form that opened it: sent twice, it opens one.</summary>
    public required string IdempotencyKey { get; init; }

    public IncidentState ToDomain() => new(Kind, Level, Step, StartsAt, EndsAt, ResolvedAt);

    public void Update(IncidentState state)
    {
        (Level, Step) = (state.Level, state.Step);
        (StartsAt, EndsAt, ResolvedAt) = (state.StartsAt, state.EndsAt, state.ResolvedAt);
    }
}

/// <summary>What staff told of an incident at one time.</summary>
public sealed class IncidentUpdate
{
    public required IncidentId IncidentId { get; init; }

    public required IncidentUpdateId Id { get; init; }

    public required Instant At { get; init; }

    public required IncidentStep Step { get; init; }

    /// <summary>In Markdown, as it was written.</summary>
    public required string Text { get; init; }

    public required UserId AuthorId { get; init; }

    /// <summary>The form that told it: sent twice, it tells once.</summary>
    public required string IdempotencyKey { get; init; }
}
