using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Sync;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Stripe;

namespace Storefront.Features.Checkout;

/// <summary>Asks Stripe whether an order has been paid, for who does not want to wait until Stripe tells.</summary>
public sealed class CheckOrder(IDbContextFactory<StorefrontDb> contexts, SessionSync sessions)
{
    public async Task<Result<Done>> HandleAsync(string reference, Viewer viewer, CancellationToken cancellationToken)
    {
        Order? order;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            order = await db.Set<Order>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.AccountId == viewer.AccountId && row.Reference == reference, cancellationToken);
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
            return Done.Value;
        }
        catch (StripeException)
        {
            return new PaymentPageUnavailable(reference);
        }
    }
}
