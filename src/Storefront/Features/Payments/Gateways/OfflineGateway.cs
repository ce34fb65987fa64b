using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Hosting;
using Storefront.Store;

namespace Storefront.Features.Payments.Gateways;

/// <summary>
/// What is paid past us: into the house's bank account or by its own payment link, told by the customer and confirmed by staff (TEC-03). The page
/// where it is paid is the order's own; what the house owes the customer is used first.
/// </summary>
public sealed class OfflineGateway(
    AccountTransactions transactions, PayableOrders payable, CreditLedger credits, ReturnedMoney returned, OwnAddress address) : IPaymentGateway
{
    public bool Serves(PaymentMethod method) => method.Kind == PaymentMethodKind.Offline;

    public bool Renews => false;

    public Task<Result<CheckoutStarted>> OpenAsync(AccountId account, OrderId order, CancellationToken cancellationToken) =>
        transactions.RunAsync<CheckoutStarted>(
            account,
            async (scope, token) =>
            {
                var row = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == account && row.Id == order, token);
                if (row.Status == OrderStatus.Paid)
                {
                    return new CheckoutStarted(row.Reference, row.Status, Url: null);
                }

                if ((await payable.EnsureAsync(scope, row, token)).Refusal is { } refusal)
                {
                    return refusal;
                }

                if ((await credits.UseAsync(scope, row, token)).Refusal is { } unusable)
                {
                    return unusable;
                }

                return new CheckoutStarted(row.Reference, row.Status, row.Status == OrderStatus.Paid ? null : address.To($"orders/{row.Reference}"));
            },
            cancellationToken);

    /// <summary>Nothing is open anywhere; what is paid all the same is told, and kept as credit.</summary>
    public Task<Result<Done>> CloseAsync(Order order, CancellationToken cancellationToken) => Task.FromResult<Result<Done>>(Done.Value);

    public bool Took(Payment payment) => payment.StripePaymentIntentId is null;

    /// <summary>Staff send the money back themselves; the books say at once that it went.</summary>
    public Task<Result<Done>> RefundAsync(Payment payment, Money amount, string idempotencyKey, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            payment.AccountId,
            (scope, token) => scope.OnceAsync(
                ReturnedMoney.Operation,
                idempotencyKey,
                new { Payment = payment.Id, amount.MinorUnits, amount.Currency.Code },
                () => returned.GiveBackAsync(scope, payment.Id, amount, token),
                token),
            cancellationToken);
}
