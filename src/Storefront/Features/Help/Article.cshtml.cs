using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Features.Help;

/// <summary>One page of the help centre.</summary>
public sealed class ArticleModel(HelpLibrary library) : PageModel
{
    public HelpPage Shown { get; private set; } = null!;

    /// <summary>The other pages of its topic.</summary>
    public IEnumerable<HelpPage> Others => library.Pages.Where(page => page.Topic == Shown.Topic && page != Shown);

    public IActionResult OnGet(string key)
    {
        if (library.Find(key) is not { } page)
        {
            return NotFound();
        }

        Shown = page;
        return Page();
    }
}
