using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Takes a scheduled change of plan back that has not acted yet.</summary>
public sealed class DropScheduledChange(OwnersChange change)
{
    /// <inheritdoc cref="OwnersChange.HandleAsync"/>
    public Task<Result<ChangeOutcome>> HandleAsync(string idempotencyKey, Viewer viewer, CancellationToken cancellationToken) =>
        change.HandleAsync(new ScheduledChangeWithdrawal(), idempotencyKey, viewer, cancellationToken);
}
