using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>A change that an owner of the account makes without a preview.</summary>
public sealed class OwnersChange(SubscriptionChanges changes)
{
    /// <param name="change">What is wanted.</param>
    /// <param name="idempotencyKey">Chosen by who asks, 1 to 255 characters; the same again gives the same answer.</param>
    /// <param name="viewer">Who wants it.</param>
    /// <param name="cancellationToken">Stops it; what was recorded is finished later.</param>
    public async Task<Result<ChangeOutcome>> HandleAsync(
        SubscriptionChange change, string idempotencyKey, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        if (!viewer.IsAtLeast(MemberRole.Owner))
        {
            return new OwnerNeeded();
        }

        return idempotencyKey is { Length: > 0 and <= IdempotentAction.MaxKeyLength }
            ? await changes.RequestAsync(account, viewer.UserId, idempotencyKey, change, cancellationToken)
            : new IdempotencyKeyNotValid(IdempotentAction.MaxKeyLength);
    }
}
