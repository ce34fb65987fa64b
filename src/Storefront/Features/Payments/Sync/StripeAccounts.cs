using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Stripe.Checkout;

namespace Storefront.Features.Payments.Sync;

/// <summary>Finds whose something at Stripe is.</summary>
public sealed class StripeAccounts(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>The account of a customer.</summary>
    /// <exception cref="UnassignableException">No account has that customer.</exception>
    public async Task<AccountId> OfCustomerAsync(string? customer, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Account>().Where(account => customer != null && account.StripeCustomerId == customer)
            .Select(account => (AccountId?)account.Id).SingleOrDefaultAsync(cancellationToken)
            ?? throw new UnassignableException($"No account has the customer {customer ?? "(none)"}.");
    }

    /// <summary>Whether a subscription at Stripe is one of the account's here.</summary>
    public async Task<bool> KnowsSubscriptionAsync(AccountId account, string subscription, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<PlanSubscription>().AnyAsync(row => row.AccountId == account && row.StripeSubscriptionId == subscription, cancellationToken);
    }

    /// <summary>The order that a payment page was opened for.</summary>
    /// <exception cref="UnassignableException">There is no such order, or it is another customer's.</exception>
    public async Task<(AccountId Account, OrderId Order)> OfSessionAsync(Session session, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (account, order) = (
            StripeMetadata.Read<AccountId>(session.Metadata, StripeMetadata.Account), StripeMetadata.Read<OrderId>(session.Metadata, StripeMetadata.Order));
        var found = await db.Set<Order>()
            .Where(row => row.AccountId == account && row.Id == order)
            .Join(db.Set<Account>(), row => row.AccountId, owner => owner.Id, (row, owner) => new { row.AccountId, row.Id, owner.StripeCustomerId })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new UnassignableException($"The session {session.Id} was not opened for any order of ours.");
        return session.CustomerId is null || session.CustomerId == found.StripeCustomerId
            ? (found.AccountId, found.Id)
            : throw new UnassignableException($"The session {session.Id} names an order of another customer than {session.CustomerId}.");
    }
}
