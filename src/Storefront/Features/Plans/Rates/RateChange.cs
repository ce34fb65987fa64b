using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Plans.Rates;

/// <summary>The house's rate card from an instant on, until the next change (ALF-02). Changes are added and never altered.</summary>
public sealed class RateChange
{
    public required RateChangeId Id { get; init; }

    /// <summary>From when it holds, inclusive.</summary>
    public required Instant At { get; init; }

    /// <summary>Net, for an hour outside the seasons.</summary>
    public required Money Base { get; init; }

    public required RateSeasons Seasons { get; init; }

    public required UserId ChangedBy { get; init; }

    /// <summary>Why, for staff.</summary>
    public required string Reason { get; init; }
}
