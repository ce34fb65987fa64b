using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Invoices;

/// <summary>What staff have to issue, the oldest due first, one click each (FLU-20).</summary>
public sealed class QueueModel(
    CurrentViewer current, InvoiceQueueReader reader, IssueInvoice issue, Handbook handbook, RefusalTexts refusals, IStringLocalizer<InvoicesTexts> texts) : PageModel
{
    private const string Issued = "issued";

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public bool ShowsIssued => Show == Issued;

    public IReadOnlyList<QueuedInvoice> Lines { get; private set; } = [];

    public PageLinks Links { get; private set; } = new(null, null);

    public int Waiting { get; private set; }

    public int Overdue { get; private set; }

    public int BusinessDays => handbook.Billing.InvoiceWithinBusinessDays;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = InvoiceCursor.Read(After);
        (Lines, var next) = ShowsIssued
            ? await reader.ListIssuedAsync(after, cancellationToken)
            : await reader.ListWaitingAsync(after, cancellationToken);
        (Waiting, Overdue) = await reader.CountAsync(cancellationToken);
        var first = ShowsIssued ? "/desk/invoices?show=issued" : "/desk/invoices";
        Links = new PageLinks(after is null ? null : first, next is null ? null : $"{first}{(ShowsIssued ? '&' : '?')}after={next}");
    }

    public async Task<IActionResult> OnPostIssueAsync(Guid account, Guid id, CancellationToken cancellationToken)
    {
        var issued = await issue.HandleAsync(new InvoiceKey(new AccountId(account), new InvoiceId(id)), current.Viewer!, cancellationToken);
        if (issued.TryGet(out var invoice, out var refusal))
        {
            this.Tell(texts["Desk.Told", texts[$"Kind.{invoice.Kind}"].Value, handbook.Billing.Numbering.Write(invoice.Kind, invoice.Number!.Value)]);
        }
        else if (refusal is NotFound)
        {
            return new NotFoundResult();
        }
        else
        {
            this.Tell(refusals.Describe(refusal), Tone.Info);
        }

        return this.SeeOther("/desk/invoices");
    }
}
