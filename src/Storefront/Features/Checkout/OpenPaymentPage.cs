using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Payments.Gateways;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Pays what is due of an order that was left before: the same payment page while it can be used, otherwise another one at the same price.</summary>
public sealed class OpenPaymentPage(IDbContextFactory<StorefrontDb> contexts, AccountTransactions transactions, PaymentGateways gateways)
{
    /// <summary>Pays it in the way that was chosen with it.</summary>
    public Task<Result<CheckoutStarted>> HandleAsync(string reference, Viewer viewer, CancellationToken cancellationToken) =>
        HandleAsync(reference, method: null, viewer, cancellationToken);

    /// <param name="reference">The order.</param>
    /// <param name="method">Another way to pay, by the house's key; null for the one that was chosen before.</param>
    /// <param name="viewer">Who pays.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<CheckoutStarted>> HandleAsync(string reference, string? method, Viewer viewer, CancellationToken cancellationToken)
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

        if (order is null)
        {
            return new NotFound("order");
        }

        if (!viewer.IsAtLeast(MemberRole.Owner))
        {
            return new OwnersOnly();
        }

        return method is not null && method != order.PaymentMethod && (await ChooseAsync(order, method, cancellationToken)).Refusal is { } refusal
            ? refusal
            : await gateways.OpenAsync(order, cancellationToken);
    }

    /// <summary>What was opened to pay it in the other way is closed first, so that nobody pays twice.</summary>
    private async Task<Result<Done>> ChooseAsync(Order order, string method, CancellationToken cancellationToken)
    {
        if (gateways.MethodsFor(order.Purpose, order.ToDomain()).All(known => known.Key != method))
        {
            return new PaymentMethodNotOffered(method);
        }

        if (gateways.Find(order.PaymentMethod) is { } before && (await before.CloseAsync(order, cancellationToken)).Refusal is { } open)
        {
            return open;
        }

        order.PaymentMethod = method;
        return await transactions.RunAsync<Done>(
            order.AccountId,
            async (scope, token) =>
            {
                var row = await scope.Db.Set<Order>().SingleAsync(kept => kept.AccountId == order.AccountId && kept.Id == order.Id, token);
                if (row.Status == OrderStatus.AwaitingPayment)
                {
                    row.PaymentMethod = method;
                }

                return Done.Value;
            },
            cancellationToken);
    }
}
