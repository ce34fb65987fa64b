using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Pays an order that was left before: the same payment page while it can be used, otherwise another one at the same price.</summary>
public sealed class OpenPaymentPage(IDbContextFactory<StorefrontDb> contexts, PaymentPages pages)
{
    public async Task<Result<CheckoutStarted>> HandleAsync(string reference, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("order");
        }

        OrderId? id;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            id = await db.Set<Order>().Where(order => order.AccountId == account && order.Reference == reference)
                .Select(order => (OrderId?)order.Id).SingleOrDefaultAsync(cancellationToken);
        }

        return id is not { } found ? new NotFound("order")
            : !viewer.IsAtLeast(MemberRole.Owner) ? new OwnersOnly()
            : await pages.OpenAsync(account, found, cancellationToken);
    }
}
