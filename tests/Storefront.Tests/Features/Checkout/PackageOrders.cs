using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Tests.Features.Checkout;

/// <summary>Orders of packages as the shop writes them, for tests that begin behind the payment page.</summary>
internal static class PackageOrders
{
    /// <summary>An order that awaits its payment by bank transfer, added to the account's transaction.</summary>
    public static Order Add(AccountScope scope, Handbook handbook, string packageKey, UserId by)
    {
        var package = handbook.Packages.Single(known => known.Key == packageKey);
        var price = package.Prices[0];
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = OrderId.New(scope.Now),
            Reference = $"T-{Guid.CreateVersion7():N}",
            PackageKey = packageKey,
            DueWithOrderMinorUnits = package.Parts.IsEmpty ? null : package.SplitOf(price.Total).First().Amount.MinorUnits,
            Interval = BillingInterval.Once,
            HandbookVersion = handbook.Version.Hash,
            Net = price.Amount,
            Tax = price.Tax,
            Total = price.Total,
            PaymentMethod = "transfer",
            Status = OrderStatus.AwaitingPayment,
            OrderedBy = by,
            OrderedAt = scope.Now,
        };
        scope.Db.Add(order);
        return order;
    }
}
