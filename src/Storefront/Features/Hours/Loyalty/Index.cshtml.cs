using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Hours.Loyalty;

/// <summary>The meter of the plan that commission earns: the rule, how far it has come, and what breaks it (FEN-02).</summary>
public sealed class LoyaltyModel(LoyaltyReader reader, Handbook handbook, CurrentViewer current) : PageModel
{
    public Handbook Handbook => handbook;

    public LoyaltyOverview Overview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account || await reader.ReadAsync(account, cancellationToken) is not { } overview)
        {
            return NotFound();
        }

        Overview = overview;
        return Page();
    }
}
