using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>The preview can no longer be confirmed.</summary>
public sealed record PreviewExpired(Instant ExpiredAt) : Refusal
{
    public override string Code => "PREVIEW_EXPIRED";
}

/// <summary>Confirming would do something else than what was shown.</summary>
public sealed record PreviewOutdated(ImmutableArray<PreviewDifference> Differences) : Refusal
{
    public override string Code => "PREVIEW_OUTDATED";
}
