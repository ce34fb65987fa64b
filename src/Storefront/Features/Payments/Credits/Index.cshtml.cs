using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Shared;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments.Credits;

/// <summary>What the house owes the reader's account, where it came from and where it went (FLU-21).</summary>
public sealed class IndexModel(CurrentViewer current, CreditReader reader) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "before")]
    public int? Before { get; set; }

    public IReadOnlyList<Money> Balances { get; private set; } = [];

    public IReadOnlyList<CreditLine> Lines { get; private set; } = [];

    public PageLinks Links { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // Staff have no account of their own, and so no credit.
        if (current.Viewer?.AccountId is not { } account)
        {
            return Page();
        }

        Balances = await reader.ListAsync(account, cancellationToken);
        var found = await reader.ListLinesAsync(account, Before, PageSize + 1, cancellationToken);
        Lines = [.. found.Take(PageSize)];
        Links = new PageLinks(
            Before is null ? null : "/credit",
            found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"/credit?before={Lines[^1].Entry.Sequence}") : null);
        return Page();
    }
}
