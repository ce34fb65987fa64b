using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Payments.Gateways;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Withdraws an order that awaits its payment; its payment page is closed first, so that nobody pays for nothing.</summary>
public sealed class CancelOrder(IDbContextFactory<StorefrontDb> contexts, AccountTransactions transactions, PaymentGateways gateways, IEnumerable<IOrderWork> works)
{
    private const int MostRounds = 3;

    public async Task<Result<Done>> HandleAsync(string reference, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("order");
        }

        for (var round = 0; round < MostRounds; round++)
        {
            Order? order;
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            {
                order = await db.Set<Order>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account && row.Reference == reference, cancellationToken);
            }

            if (order is null)
            {
                return new NotFound("order");
            }

            if (!viewer.IsAtLeast(MemberRole.Owner))
            {
                return new OwnersOnly();
            }

            if (order.IsOwed)
            {
                return new OrderOwed(reference);
            }

            if (gateways.Find(order.PaymentMethod) is { } gateway && (await gateway.CloseAsync(order, cancellationToken)).Refusal is { } open)
            {
                return open;
            }

            var canceled = await transactions.RunAsync(account, (scope, token) => CancelAsync(scope, order, token), cancellationToken);
            if (canceled.IsRefused || canceled.Value)
            {
                return canceled.Map(_ => Done.Value);
            }
        }

        return new PaymentPageUnavailable(reference);
    }

    /// <summary>False when another payment page was opened meanwhile, which has to be closed first.</summary>
    private async Task<Result<bool>> CancelAsync(AccountScope scope, Order seen, CancellationToken cancellationToken)
    {
        var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == seen.Id, cancellationToken);
        if (order.CheckoutUrl is not null && order.StripeSessionId != seen.StripeSessionId)
        {
            return false;
        }

        if (works.FirstOrDefault(work => work.Purpose == order.Purpose) is { } work && await work.HasBegunAsync(scope, order, cancellationToken))
        {
            return new OrderOwed(order.Reference);
        }

        if (!order.ToDomain().Cancel(scope.Now).TryGet(out var canceled, out var refusal))
        {
            return refusal;
        }

        order.Update(canceled);
        scope.Append(new OrderWithdrawn(order.Id));
        await works.EndAsync(scope, order, cancellationToken);
        return true;
    }
}
