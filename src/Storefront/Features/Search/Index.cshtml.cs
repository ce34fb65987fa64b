using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Help;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Search;

/// <summary>A customer searches its tickets and the help centre.</summary>
public sealed class IndexModel(TicketSearch search, HelpSearch help, CurrentViewer current) : PageModel
{
    private const int MostHelp = 5;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Where the search goes on with what is older; null for the latest.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>Which page of the results, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public SearchResults Results { get; private set; } = SearchResults.None;

    /// <summary>Pages of the help centre, on the first page of the results.</summary>
    public IReadOnlyList<HelpFound> Help { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer is not { AccountId: { } account })
        {
            return current.Viewer is { IsStaff: true } ? Redirect("/desk/search") : NotFound();
        }

        Results = await SearchResults.ReadAsync(search, SearchReach.Of(account), "/search", Query, Before, Number, cancellationToken);
        Help = Number is > 1 || Before is not null ? [] : await help.FindAsync(Query, CultureInfo.CurrentUICulture, MostHelp, cancellationToken);
        return Page();
    }
}
