using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;

namespace Storefront.Features.Legal;

/// <summary>A text with legal weight, from the handbook: terms, privacy.</summary>
public sealed class IndexModel(Handbook handbook) : PageModel
{
    public LegalText Text { get; private set; } = null!;

    public IActionResult OnGet(string key)
    {
        if (handbook.Legal.FirstOrDefault(text => text.Key == key) is not { } found)
        {
            return NotFound();
        }

        Text = found;
        return Page();
    }
}
