using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Ends a pause, or takes the wish for one back.</summary>
public sealed class ResumeSubscription(OwnersChange change)
{
    /// <inheritdoc cref="OwnersChange.HandleAsync"/>
    public Task<Result<ChangeOutcome>> HandleAsync(string idempotencyKey, Viewer viewer, CancellationToken cancellationToken) =>
        change.HandleAsync(new Resumption(), idempotencyKey, viewer, cancellationToken);
}
