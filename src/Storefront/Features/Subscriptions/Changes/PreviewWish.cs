using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Hosting.Keys;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Says what a pause, a resumption or a cancellation would do, seals it, and does exactly that when it is confirmed.</summary>
public sealed class PreviewWish(
    AccountTransactions transactions, SubscriptionStore subscriptions, ChangeSteps steps, OwnersChange owners, Seals seals)
{
    private const string Purpose = "wish";

    /// <summary>What it would do now.</summary>
    public async Task<Result<SealedWish>> HandleAsync(WishKind kind, Viewer viewer, CancellationToken cancellationToken) =>
        viewer.AccountId is not { } account ? new NotFound("account")
        : !viewer.IsAtLeast(MemberRole.Owner) ? new OwnerNeeded()
        : await transactions.RunAsync<SealedWish>(
            account,
            async (scope, token) =>
            {
                if (await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, token) is not { } current)
                {
                    return new NoSubscription();
                }

                var found = await steps.SituationAsync(scope, PlanChangeId.New(scope.Now), current, token);
                return Wishing.Preview(kind, found.Subscription, found.Ledger, found.Policies, found.Present.Tax.Rate, found.Now).Map(preview =>
                {
                    var until = scope.Now + Duration.FromMinutes(current.Policies.Changes.PreviewMinutes);
                    return new SealedWish(preview, until, seals.Seal(Purpose, scope.AccountId, new Wish(kind, preview), until));
                });
            },
            cancellationToken);

    /// <summary>Does what was shown, once for each key, or says what is different now.</summary>
    public async Task<Result<ChangeOutcome>> ConfirmAsync(string token, string idempotencyKey, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        return seals.Open<Wish>(Purpose, account, token).TryGet(out var wish, out var broken)
            ? await owners.HandleAsync(wish, idempotencyKey, viewer, cancellationToken)
            : broken is SealExpired expired ? new PreviewExpired(expired.ExpiredAt) : new PreviewNotValid();
    }
}

/// <summary>What a wish would do, with the token that confirms exactly that.</summary>
/// <param name="Preview">What it would do.</param>
/// <param name="ValidUntil">Until when it can be confirmed, exclusive.</param>
/// <param name="Token">Nobody can read or change it, and it is this account's only.</param>
public sealed record SealedWish(WishPreview Preview, Instant ValidUntil, string Token);
