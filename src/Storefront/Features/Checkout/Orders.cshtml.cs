using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Checkout;

/// <summary>All that the account has ordered.</summary>
public sealed class OrdersModel(CurrentViewer current, OrderReader orders) : PageModel
{
    public IReadOnlyList<OrderView> Orders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is { } account)
        {
            Orders = await orders.ListAsync(account, cancellationToken);
        }

        return Page();
    }
}
