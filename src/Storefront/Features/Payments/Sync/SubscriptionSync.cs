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
    StripeClient stripe, StripeAccounts accounts, InvoiceSync invoices, SubscriptionLifecycle lifecycle, AccountTransactions transactions)
{
    /// <summary>Stripe counts from an instant and we in days, so an end that was asked for may come there some hours sooner.</summary>
    private static readonly Period Beside = Period.FromDays(2);

    /// <returns>The account that it is of.</returns>
    /// <exception cref="UnassignableException">Its customer is unknown.</exception>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task<AccountId> RunAsync(string subscriptionId, CancellationToken cancellationToken)
    {
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

        return account;
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

    private static bool EndsByItself(PlanSubscription ours, Instant now) =>
        ours.CancelRequested && ours.TermEnd - Beside <= now.InUtc().Date;
}
