using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Ends with what was paid for, or at once where nothing is (FLU-10). Hours are not paid back (FLU-11).</summary>
public sealed class CancelSubscription(OwnersChange change)
{
    /// <inheritdoc cref="OwnersChange.HandleAsync"/>
    public Task<Result<ChangeOutcome>> HandleAsync(string idempotencyKey, Viewer viewer, CancellationToken cancellationToken) =>
        change.HandleAsync(new Cancellation(), idempotencyKey, viewer, cancellationToken);
}
