using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Invoices;

/// <summary>The invoices and credit notes of the reader's account.</summary>
public sealed class IndexModel(CurrentViewer current, InvoiceReader reader, Handbook handbook) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyList<InvoiceView> Lines { get; private set; } = [];

    public PageLinks Links { get; private set; } = new(null, null);

    public int BusinessDays => handbook.Billing.InvoiceWithinBusinessDays;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return;
        }

        var found = await reader.ListAsync(account, Before, InvoiceReader.PageSize + 1, cancellationToken);
        Lines = [.. found.Take(InvoiceReader.PageSize)];
        Links = new PageLinks(
            Before is null ? null : "/invoices",
            found.Count > InvoiceReader.PageSize ? string.Create(CultureInfo.InvariantCulture, $"/invoices?before={Lines[^1].Row.Entry}") : null);
    }

    /// <summary>A credit note takes away.</summary>
    public Money Signed(Invoice row, Money amount) => row.Kind == InvoiceKind.CreditNote ? -amount : amount;
}
