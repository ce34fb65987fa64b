using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Invoices;

/// <summary>One document, made for paper.</summary>
public sealed class ShowModel(CurrentViewer current, InvoiceReader reader) : PageModel
{
    public InvoiceDetails Details { get; private set; } = null!;

    public bool IsStaff => current.Viewer is { IsStaff: true };

    /// <summary>Whether it is for a part of what was ordered.</summary>
    public bool IsPart => Details.Document is { Row: { Kind: InvoiceKind.Invoice } row, Order: { } order } && row.Total != order.Total;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (current.Viewer is not { } viewer || await reader.FindAsync(new InvoiceId(id), viewer, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Details = found;
        return Page();
    }
}
