using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>On the page of an order: how it is paid past us, and what became of what was told, also where another way was chosen since.</summary>
public sealed class OfflinePaymentViewComponent(OfflinePaymentReader reader, NoticeReader notices, CreditReader credits, CurrentViewer current) : ViewComponent
{
    /// <param name="order">The order of the page.</param>
    /// <param name="isHindered">Whether something keeps it from being paid just now.</param>
    public async Task<IViewComponentResult> InvokeAsync(OrderView order, bool isHindered = false)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return Content("");
        }

        if (await reader.ReadAsync(account, order, HttpContext.RequestAborted) is { } view)
        {
            return View("/Features/Payments/Notices/_Offline.cshtml", view with { IsHindered = isHindered });
        }

        var told = await notices.ListAsync(account, order.Id, HttpContext.RequestAborted);
        return told.Count == 0 ? Content("") : View(
            "/Features/Payments/Notices/_Told.cshtml",
            new ToldView(told, order.Status == OrderStatus.Paid, await credits.BeyondAsync(account, order, HttpContext.RequestAborted)));
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
/// <param name="Beyond">What came beyond the order, and became credit.</param>
public sealed record ToldView(IReadOnlyList<PaymentNotice> Notices, bool IsPaid, Money Beyond);
