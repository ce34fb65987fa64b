using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>What an account would pay for a plan if it ordered it now (FEN-02).</summary>
public sealed class PriceCheckout(AccountTransactions transactions, SubscriptionLifecycle lifecycle)
{
    public Task<Result<PurchasePrice>> HandleAsync(AccountId account, Plan plan, PlanPrice price, CancellationToken cancellationToken) =>
        transactions.RunAsync(account, (scope, token) => lifecycle.PriceAsync(scope, plan, price, token), cancellationToken);
}
