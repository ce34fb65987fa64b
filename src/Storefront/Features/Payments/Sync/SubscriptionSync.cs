using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Features.Payments.Sync;

/// <summary>Takes over what has become of a subscription at Stripe. Stripe decides what is paid; when a period begins is decided here.</summary>
public sealed class SubscriptionSync(
    StripeClient stripe,
    StripeAccounts accounts,
    InvoiceSync invoices,
    SubscriptionLifecycle lifecycle,
    AccountTransactions transactions,
    IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>Stripe counts from an instant and we in days, so an end that was asked for may come there some hours sooner.</summary>
    private static readonly Period Beside = Period.FromDays(2);

    /// <returns>The account that it is of.</returns>
    /// <exception cref="UnassignableException">Its customer is unknown.</exception>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task<AccountId> RunAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        var before = await SeeAsync(subscriptionId, cancellationToken);
        var subscription = await stripe.V1.Subscriptions.GetAsync(subscriptionId, cancellationToken: cancellationToken);
        var account = await accounts.OfCustomerAsync(subscription.CustomerId, cancellationToken);
        if (subscription.LatestInvoiceId is { } latest)
        {
            await invoices.RunAsync(latest, cancellationToken);
        }

        if (subscription.Status is SubscriptionStatuses.Canceled)
        {
            await EndAsync(account, subscription.Id, cancellationToken);
        }
        else if (before is not null)
        {
            await FollowAsync(account, subscription, before, cancellationToken);
        }

        return account;
    }

    /// <summary>
    /// Takes over an end that was asked for, or taken back, at Stripe's own portal. Where a change of ours came in between, what was read at
    /// Stripe may be older than it, and its own news is on its way.
    /// </summary>
    private Task<Result<Done>> FollowAsync(AccountId account, Subscription there, Seen before, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                var ends = there.CancelAtPeriodEnd || there.CancelAt is not null;
                var now = await SeeAsync(scope.Db, there.Id, token);
                if (now is null || now != before || now.IsChanging || ends == now.CancelRequested)
                {
                    return Done.Value;
                }

                var after = await lifecycle.FollowCancellationAsync(scope, now.Id, ends, token);
                if (after is null)
                {
                    return Done.Value;
                }

                if (after.State.Status == PlanSubscriptionStatus.Canceled)
                {
                    await scope.ScheduleAsync(
                        EndStripeSubscription.DueWorkKind, $"stripe-end:{there.Id}", scope.Now, account, there.Id, token);
                }
                else if (after.State.EndsOn(after.Policies) > after.State.Term.End)
                {
                    // It was contracted for longer than Stripe knows.
                    await AlignStripeSubscription.ScheduleAsync(scope, now.Id, token);
                }

                return Done.Value;
            },
            cancellationToken);

    private async Task<Seen?> SeeAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await SeeAsync(db, subscriptionId, cancellationToken);
    }

    private static async Task<Seen?> SeeAsync(StorefrontDb db, string subscriptionId, CancellationToken cancellationToken)
    {
        var ours = await db.Set<PlanSubscription>().AsNoTracking()
            .Where(row => row.StripeSubscriptionId == subscriptionId && row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => new { row.AccountId, row.Id, row.CancelRequested }).SingleOrDefaultAsync(cancellationToken);
        if (ours is null)
        {
            return null;
        }

        var changes = db.Set<PendingPlanChange>().Where(change => change.AccountId == ours.AccountId && change.SubscriptionId == ours.Id);
        return new Seen(
            ours.Id,
            ours.CancelRequested,
            await changes.CountAsync(cancellationToken),
            await changes.AnyAsync(change => change.State == PendingPlanChangeState.Recorded, cancellationToken));
    }

    private Task<Result<Done>> EndAsync(AccountId account, string subscriptionId, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                var ours = await scope.Db.Set<PlanSubscription>()
                    .SingleOrDefaultAsync(row => row.AccountId == account && row.StripeSubscriptionId == subscriptionId, token);
                if (ours is null or { Status: PlanSubscriptionStatus.Canceled } || EndsByItself(ours, scope.Now))
                {
                    return Done.Value;
                }

                return await lifecycle.EndAsync(scope, ours.Id, token);
            },
            cancellationToken);

    /// <summary>What is known here about the end of a subscription, and whether that is changing.</summary>
    private sealed record Seen(SubscriptionId Id, bool CancelRequested, int Changes, bool IsChanging);

    private static bool EndsByItself(PlanSubscription ours, Instant now) =>
        ours.CancelRequested && ours.TermEnd - Beside <= now.InUtc().Date;
}
