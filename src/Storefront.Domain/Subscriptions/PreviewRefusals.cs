using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>The preview can no longer be confirmed.</summary>
/// <param name="ExpiredAt">Since when.</param>
public sealed record PreviewExpired(Instant ExpiredAt) : Refusal
{
    public override string Code => "PREVIEW_EXPIRED";
}

/// <summary>Confirming would do something else than what was shown.</summary>
/// <param name="Differences">What is no longer as it was shown.</param>
public sealed record PreviewOutdated(ImmutableArray<PreviewDifference> Differences) : Refusal
{
    public override string Code => "PREVIEW_OUTDATED";
}
