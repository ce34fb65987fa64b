using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Checkout;

namespace Storefront.Tests.Features.Payments;

/// <summary>A package of TecnoSoluciones that is paid, by card and past us, once and twice.</summary>
internal static class PackagePayments
{
    /// <summary>What it costs, tax included.</summary>
    public static readonly Money Total = new(821_10, Currency.Usd);

    public static Task<CheckoutStarted> OrderAsync(Buyer buyer, string method, string key = "k") =>
        buyer.OrderAsync(PackageShop.Wish("cms", "clara", "USD", method, key));

    public static async Task<CheckoutStarted> BuyByCardAsync(Buyer buyer)
    {
        var order = await OrderAsync(buyer, "card");
        await Buyer.PayAsync(order);
        await buyer.SettleAsync();
        return order;
    }

    /// <summary>The payment page was open already when so much came another way; then the card paid all of it.</summary>
    public static async Task<CheckoutStarted> PayByCardBesideAsync(this PackageShop shop, Buyer buyer, Money before)
    {
        var order = await OrderAsync(buyer, "card");
        await shop.WithOrderAsync(buyer, order.Reference, async (scope, row) => Assert.Null((await buyer.Get<OrderSettlement>().ReceiveAsync(
            scope, row, before, scope.Now, new FirstPayment($"other-{order.Reference}"), CancellationToken.None)).Refusal));
        await Buyer.PayAsync(order);
        await buyer.SettleAsync();
        return order;
    }

    /// <summary>The customer tells of so much, and staff find it.</summary>
    public static async Task<NoticeKey> ConfirmAsync(Buyer buyer, Viewer staff, CheckoutStarted order, string amount)
    {
        var told = await buyer.Get<NotifyPayment>().HandleAsync(
            new NotifyPaymentInput(order.Reference, amount, "USD", PaidOn: null, BankReference: null, Note: null, Proof: null, Guid.CreateVersion7().ToString("N")),
            buyer.Viewer,
            CancellationToken.None);
        var key = new NoticeKey(told.Value.AccountId, told.Value.Id);
        Assert.Null((await buyer.Get<ConfirmPayment>().HandleAsync(key, received: null, evenIfSeenBefore: false, staff, CancellationToken.None)).Refusal);
        return key;
    }

    public static Task<IReadOnlyList<Money>> CreditAsync(Buyer buyer) => buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None);

    /// <summary>The buyer's only payment by that method; null for whichever.</summary>
    public static async Task<Payment> PaymentAsync(this PackageShop shop, Buyer buyer, string? method = null)
    {
        await using var db = shop.Host.Db();
        return await db.Set<Payment>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account && (method == null || row.Method == method));
    }
}
