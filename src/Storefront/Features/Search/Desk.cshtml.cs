using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Features.Search;

/// <summary>Staff search everything that was written about any ticket.</summary>
public sealed class DeskModel(TicketSearch search) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Where the search goes on with what is older; null for the latest.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>Which page of the results, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public SearchResults Results { get; private set; } = SearchResults.None;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Results = await SearchResults.ReadAsync(search, SearchReach.House, "/desk/search", Query, Before, Number, cancellationToken);
}
