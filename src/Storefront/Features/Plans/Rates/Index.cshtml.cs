using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Features.Plans.Rates;

/// <summary>What an hour costs today, and when that changes: for everybody (ALF-02).</summary>
public sealed class RatesModel(RateCards rates) : PageModel
{
    public RateOverview Rates { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await rates.ReadAsync(cancellationToken) is not { } overview)
        {
            return NotFound();
        }

        Rates = overview;
        return Page();
    }
}
