using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Features.Help;

/// <summary>The help centre (FLU-26): everything by topic, or what was looked for.</summary>
public sealed class IndexModel(HelpLibrary library, HelpSearch search) : PageModel
{
    private const int Most = 20;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public HelpLibrary Library => library;

    /// <summary>What was found; null where nothing was looked for.</summary>
    public IReadOnlyList<HelpFound>? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Found = string.IsNullOrWhiteSpace(Query) ? null : await search.FindAsync(Query, CultureInfo.CurrentUICulture, Most, cancellationToken);

    /// <summary>What may answer a ticket, for its form to show while it is filled in.</summary>
    public async Task<IActionResult> OnGetSuggestionsAsync(string? subject, string? body, CancellationToken cancellationToken) => Partial(
        "_Suggestions", await search.SuggestAsync(subject, body, CultureInfo.CurrentUICulture, HelpSuggestionsViewComponent.Most, cancellationToken));
}
