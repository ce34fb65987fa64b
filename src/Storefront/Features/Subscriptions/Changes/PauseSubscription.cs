using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Pauses from the next boundary on (FLU-10).</summary>
public sealed class PauseSubscription(OwnersChange change)
{
    /// <inheritdoc cref="OwnersChange.HandleAsync"/>
    public Task<Result<ChangeOutcome>> HandleAsync(string idempotencyKey, Viewer viewer, CancellationToken cancellationToken) =>
        change.HandleAsync(new Pause(), idempotencyKey, viewer, cancellationToken);
}
