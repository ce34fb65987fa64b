using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Tests.Features.Checkout;

/// <summary>Orders of plans as the shop writes them, for tests that begin behind the payment page.</summary>
internal static class PlanOrders
{
    /// <summary>An order of a plan that is paid, at the list price in the house's first currency, added to the account's transaction.</summary>
    public static Order AddPaid(AccountScope scope, Handbook handbook, string plan, BillingInterval interval, string reference, string method)
    {
        var price = handbook.Plans.PriceOf(plan, interval, handbook.DefaultCurrency).Value;
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = OrderId.New(scope.Now),
            Reference = reference,
            PlanKey = plan,
            Interval = interval,
            HandbookVersion = handbook.Version.Hash,
            Net = price.Amount,
            Tax = price.Tax,
            Total = price.Total,
            PaymentMethod = method,
            Status = OrderStatus.Paid,
            OrderedBy = UserId.New(scope.Now),
            OrderedAt = scope.Now,
        };
        scope.Db.Add(order);
        return order;
    }
}
