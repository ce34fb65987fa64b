using Storefront.Domain.Shared;
using Storefront.Features.Payments.Provider;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;

namespace Storefront.Features.Payments.Sync;

/// <summary>Takes over what has become of an invoice: the first one pays an order, those that follow renew.</summary>
public sealed class InvoiceSync(
    StripeClient stripe, StripeCatalogue catalogue, StripeAccounts accounts, InvoiceEffects effects, AccountTransactions transactions)
{
    private const string Payments = "payments";

    /// <returns>The account that it is of.</returns>
    /// <exception cref="UnassignableException">Its customer is unknown, or it pays for nothing that was ordered here.</exception>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public Task<AccountId> RunAsync(string invoiceId, CancellationToken cancellationToken) => RunAsync(invoiceId, order: null, cancellationToken);

    /// <param name="invoiceId">Stripe's id.</param>
    /// <param name="order">The order that it pays, where that is known from elsewhere.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<AccountId> RunAsync(string invoiceId, (AccountId Account, OrderId Id)? order, CancellationToken cancellationToken)
    {
        var invoice = await stripe.V1.Invoices.GetAsync(invoiceId, new InvoiceGetOptions { Expand = [Payments] }, cancellationToken: cancellationToken);
        var account = order?.Account ?? await accounts.OfCustomerAsync(invoice.CustomerId, cancellationToken);
        var facts = InvoiceFacts.Of(invoice, catalogue);
        if (order is { } known)
        {
            facts = facts with { OrderId = known.Id, IsFirst = facts.IsFirst || facts.SubscriptionId is null };
        }

        if (facts is { IsFirst: false, SubscriptionId: { } subscription } && !await accounts.KnowsSubscriptionAsync(account, subscription, cancellationToken))
        {
            await RunFirstAsync(subscription, cancellationToken);
        }

        var applied = await transactions.RunAsync(account, (scope, token) => effects.ApplyAsync(scope, facts, token), cancellationToken);
        return applied.Refusal is null ? account : throw new UnassignableException($"The invoice {invoiceId}: {applied.Refusal}.");
    }

    /// <summary>News of a renewal may overtake that of the purchase, which has to be there before.</summary>
    private async Task RunFirstAsync(string subscription, CancellationToken cancellationToken)
    {
        var all = stripe.V1.Invoices.ListAutoPagingAsync(new InvoiceListOptions { Subscription = subscription, Limit = 100 }, cancellationToken: cancellationToken);
        await foreach (var invoice in all)
        {
            if (invoice.BillingReason == InvoiceFacts.First)
            {
                await RunAsync(invoice.Id, cancellationToken);
            }
        }
    }
}
