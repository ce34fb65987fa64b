using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>On the page of an order: how it is paid past us, and what became of what was told, also where another way was chosen since.</summary>
public sealed class OfflinePaymentViewComponent(OfflinePaymentReader reader, NoticeReader notices, CurrentViewer current) : ViewComponent
{
    /// <param name="order">The order of the page.</param>
    public async Task<IViewComponentResult> InvokeAsync(OrderView order) =>
        current.Viewer?.AccountId is not { } account ? Content("")
        : await reader.ReadAsync(account, order, HttpContext.RequestAborted) is { } view ? View("/Features/Payments/Notices/_Offline.cshtml", view)
        : View("/Features/Payments/Notices/_Told.cshtml", new ToldView(
            await notices.ListAsync(account, order.Id, HttpContext.RequestAborted), order.Status == OrderStatus.Paid));
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
public sealed record ToldView(IReadOnlyList<PaymentNotice> Notices, bool IsPaid);
