using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Storefront.Features.Shared;

namespace Storefront.Features.Desk;

/// <summary>The house's customers, to be searched.</summary>
public sealed class AccountsModel(DeskAccountReader reader) : PageModel
{
    private const int LongestSearch = 200;
    private const int LastPage = 10_000;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "at")]
    public int PageNumber { get; set; }

    public IReadOnlyList<DeskAccountLine> Lines { get; private set; } = [];

    public PageLinks Links { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Search = Search is { Length: > LongestSearch } ? Search[..LongestSearch] : Search;
        PageNumber = Math.Clamp(PageNumber, 0, LastPage);
        (Lines, var hasMore) = await reader.ListAsync(Search, PageNumber, cancellationToken);
        Links = new PageLinks(PageNumber > 0 ? LinkTo(PageNumber - 1) : null, hasMore ? LinkTo(PageNumber + 1) : null);
    }

    private string LinkTo(int page) => QueryHelpers.AddQueryString(
        "/desk/accounts", new Dictionary<string, string?> { ["q"] = Search, ["at"] = page.ToString(CultureInfo.InvariantCulture) }.Where(entry => entry.Value is { Length: > 0 }).ToDictionary());
}
