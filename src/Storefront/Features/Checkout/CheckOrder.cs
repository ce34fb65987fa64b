using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Payments.Sync;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Stripe;

namespace Storefront.Features.Checkout;

/// <summary>Asks Stripe whether an order has been paid, or why not, for who does not want to wait until Stripe tells.</summary>
public sealed class CheckOrder(IDbContextFactory<StorefrontDb> contexts, SessionSync sessions, PaymentIntentSync payments)
{
    public async Task<Result<Done>> HandleAsync(string reference, Viewer viewer, CancellationToken cancellationToken)
    {
        Order? order;
        string? customer;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            order = await db.Set<Order>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.AccountId == viewer.AccountId && row.Reference == reference, cancellationToken);
            customer = await db.Set<Account>().Where(account => account.Id == viewer.AccountId).Select(account => account.StripeCustomerId)
                .SingleOrDefaultAsync(cancellationToken);
        }

        if (order is null)
        {
            return new NotFound("order");
        }

        if (order is not { Status: OrderStatus.AwaitingPayment, StripeSessionId: { } session })
        {
            return Done.Value;
        }

        try
        {
            await sessions.RunAsync(session, cancellationToken);
            if (customer is not null)
            {
                await payments.AskForDeclineAsync(order.AccountId, customer, order.OrderedAt, cancellationToken);
            }

            return Done.Value;
        }
        catch (Exception exception) when (exception is StripeException or UnassignableException)
        {
            return new PaymentPageUnavailable(reference);
        }
    }
}
