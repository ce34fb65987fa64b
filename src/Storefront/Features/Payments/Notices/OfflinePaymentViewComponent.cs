using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>On the page of an order: how it is paid past us, and what became of what was told, also where another way was chosen since.</summary>
public sealed class OfflinePaymentViewComponent(
    OfflinePaymentReader reader, NoticeReader notices, IDbContextFactory<StorefrontDb> contexts, CurrentViewer current) : ViewComponent
{
    /// <param name="order">The order of the page.</param>
    public async Task<IViewComponentResult> InvokeAsync(OrderView order) =>
        current.Viewer?.AccountId is not { } account ? Content("")
        : await reader.ReadAsync(account, order, HttpContext.RequestAborted) is { } view ? View("/Features/Payments/Notices/_Offline.cshtml", view)
        : View("/Features/Payments/Notices/_Told.cshtml", new ToldView(
            await notices.ListAsync(account, order.Id, HttpContext.RequestAborted), order.Status == OrderStatus.Paid,
            await FindBeyondAsync(account, order)));

    private async Task<Money?> FindBeyondAsync(AccountId account, OrderView order)
    {
        await using var db = await contexts.CreateDbContextAsync(HttpContext.RequestAborted);
        var beyond = await db.Set<CreditEntry>().Where(entry => entry.AccountId == account && entry.OrderId == order.Id && entry.Cause == CreditCause.Surplus)
            .ToListAsync(HttpContext.RequestAborted);
        return beyond.Count == 0 ? null : beyond.Aggregate(Money.Zero(order.Total.Currency), (sum, entry) => sum + entry.Amount);
    }
}

/// <summary>Keeps the page of an order that is paid past us up to date by the account's events.</summary>
public sealed class OfflineLiveViewComponent(IDbContextFactory<StorefrontDb> contexts, CurrentViewer current) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return Content("");
        }

        await using var db = await contexts.CreateDbContextAsync(HttpContext.RequestAborted);
        var next = await db.Set<Account>().Where(row => row.Id == account).Select(row => row.NextSequence).SingleAsync(HttpContext.RequestAborted);
        return View("/Features/Shared/_LiveState.cshtml", AccountLive.Stream(next - 1));
    }
}

/// <summary>What was told of payments for an order.</summary>
/// <param name="Notices">The latest first.</param>
/// <param name="IsPaid">Whether the order is paid without what nobody has looked for yet.</param>
/// <param name="Beyond">What came beyond the order, and became credit; null for nothing.</param>
public sealed record ToldView(IReadOnlyList<PaymentNotice> Notices, bool IsPaid, Money? Beyond = null);
