using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Payments.Gateways;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Pays what is due of an order that was left before: the same payment page while it can be used, otherwise another one at the same price.</summary>
public sealed class OpenPaymentPage(IDbContextFactory<StorefrontDb> contexts, PaymentGateways gateways)
{
    public async Task<Result<CheckoutStarted>> HandleAsync(string reference, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("order");
        }

        Order? order;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            order = await db.Set<Order>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.AccountId == account && row.Reference == reference, cancellationToken);
        }

        return order is null ? new NotFound("order")
            : !viewer.IsAtLeast(MemberRole.Owner) ? new OwnersOnly()
            : await gateways.OpenAsync(order, cancellationToken);
    }
}
