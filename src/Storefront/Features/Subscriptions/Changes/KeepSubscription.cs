using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Takes a cancellation back that has not acted yet.</summary>
public sealed class KeepSubscription(OwnersChange change)
{
    /// <inheritdoc cref="OwnersChange.HandleAsync"/>
    public Task<Result<ChangeOutcome>> HandleAsync(string idempotencyKey, Viewer viewer, CancellationToken cancellationToken) =>
        change.HandleAsync(new CancellationWithdrawal(), idempotencyKey, viewer, cancellationToken);
}
