using Storefront.Domain.Shared;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Where a change that was asked for stands.</summary>
/// <param name="Id">The change.</param>
/// <param name="IsInForce">Whether it is done; otherwise the one who bills could not be reached yet, and it is tried again, or it has to be paid.</param>
/// <param name="Order">The order by whose payment it comes into force; null where it needs none.</param>
public sealed record ChangeOutcome(PlanChangeId Id, bool IsInForce, string? Order = null);
