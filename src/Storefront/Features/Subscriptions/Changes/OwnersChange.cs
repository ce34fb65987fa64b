using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>A change that an owner of the account makes without a preview.</summary>
public sealed class OwnersChange(SubscriptionChanges changes)
{
    internal const int LongestKey = 200;

    /// <param name="change">What is wanted.</param>
    /// <param name="idempotencyKey">Chosen by who asks, 1 to 200 characters; the same again gives the same answer.</param>
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

        return idempotencyKey is { Length: > 0 and <= LongestKey }
            ? await changes.RequestAsync(account, viewer.UserId, idempotencyKey, change, cancellationToken)
            : new IdempotencyKeyNotValid(LongestKey);
    }
}

/// <summary>The key is missing or too long.</summary>
public sealed record IdempotencyKeyNotValid(int LongestLength) : Refusal
{
    public override string Code => "IDEMPOTENCY_KEY_NOT_VALID";
}
