using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets;

/// <summary>The receipt of a ticket's promises, to keep (COM-03).</summary>
public sealed class ReceiptModel(TicketReader reader, TicketReceipt receipt, CurrentViewer current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) =>
        current.Viewer?.AccountId is { } account && await reader.FindAsync(account, number, cancellationToken) is { } details
            ? File(receipt.Write(details), "text/csv; charset=utf-8", $"sla-{number}.csv")
            : NotFound();
}
