using System.Security.Cryptography;
using System.Text;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Hosting.Keys;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Does exactly what a preview said, or refuses and says what is different now.</summary>
public sealed class ConfirmPlanChange(SubscriptionChanges changes, Seals seals)
{
    /// <param name="token">The preview's.</param>
    /// <param name="idempotencyKey">Null where the token is key enough: confirming it twice is once.</param>
    /// <param name="viewer">Who confirms.</param>
    /// <param name="cancellationToken">Stops it; what was recorded is finished later.</param>
    public async Task<Result<ChangeOutcome>> HandleAsync(
        string token, string? idempotencyKey, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        if (!viewer.IsAtLeast(MemberRole.Owner))
        {
            return new OwnerNeeded();
        }

        if (idempotencyKey is { Length: 0 or > IdempotentAction.MaxKeyLength })
        {
            return new IdempotencyKeyNotValid(IdempotentAction.MaxKeyLength);
        }

        return seals.Open<PlanSwitch>(PreviewPlanChange.Purpose, account, token).TryGet(out var wanted, out var refusal)
            ? await changes.RequestAsync(account, viewer.UserId, idempotencyKey ?? KeyOf(token), wanted, cancellationToken)
            : refusal switch
            {
                SealExpired expired => new PreviewExpired(expired.ExpiredAt),
                _ => new PreviewNotValid(),
            };
    }

    private static string KeyOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
