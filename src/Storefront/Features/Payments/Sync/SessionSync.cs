using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Checkout;

namespace Storefront.Features.Payments.Sync;

/// <summary>Takes over what has become of a payment page.</summary>
public sealed class SessionSync(StripeClient stripe, StripeAccounts accounts, InvoiceSync invoices, AccountTransactions transactions)
{
    private const string Complete = "complete";
    private const string Expired = "expired";
    private const string Unpaid = "unpaid";

    /// <returns>The account that it is for.</returns>
    /// <exception cref="UnassignableException">It belongs to no order.</exception>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task<AccountId> RunAsync(string sessionId, CancellationToken cancellationToken) =>
        await RunAsync(await stripe.V1.Checkout.Sessions.GetAsync(sessionId, cancellationToken: cancellationToken), cancellationToken);

    /// <param name="session">As it is at Stripe now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AccountId> RunAsync(Session session, CancellationToken cancellationToken)
    {
        var (account, order) = await accounts.OfSessionAsync(session, cancellationToken);
        switch (session.Status)
        {
            // A complete session that is not paid waits for a slow payment, of which another event will tell.
            case Complete when session.PaymentStatus != Unpaid:
                await invoices.RunAsync(
                    session.InvoiceId ?? throw new UnassignableException($"The session {session.Id} was paid without an invoice."),
                    (account, order),
                    cancellationToken);
                break;
            case Expired:
                await CloseAsync(account, session.Id, cancellationToken);
                break;
        }

        return account;
    }

    private Task<Result<Done>> CloseAsync(AccountId account, string sessionId, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                if (await scope.Db.Set<Order>().SingleOrDefaultAsync(row => row.AccountId == account && row.StripeSessionId == sessionId, token) is { } order)
                {
                    order.CheckoutUrl = null;
                }

                return Done.Value;
            },
            cancellationToken);
}
