using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Quotes;

/// <summary>The account's quotes, those that wait for a decision first.</summary>
public sealed class IndexModel(QuoteReader reader, CurrentViewer current) : PageModel
{
    public IReadOnlyList<QuoteLine> Quotes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return NotFound();
        }

        Quotes = await reader.ListAsync(account, cancellationToken);
        return Page();
    }
}
