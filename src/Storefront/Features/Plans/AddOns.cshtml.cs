using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Plans;

/// <summary>FEN-19: what can be asked for from the catalogue; each opens a ticket that is filled in.</summary>
public sealed class AddOnsModel(Handbook handbook) : PageModel
{
    public Handbook Handbook => handbook;

    /// <summary>A house without a catalogue has no such page.</summary>
    public IActionResult OnGet() => handbook.AddOns.Count == 0 ? NotFound() : Page();

    /// <summary>Whether it takes so long that it is quoted before it is done (FEN-13).</summary>
    public bool IsQuoted(AddOn addOn) => addOn.EstimatedMinutes > handbook.Quotes.RequiredAboveMinutes;

    public static string AskAddress(AddOn addOn) =>
        $"/tickets/new?addOn={Uri.EscapeDataString(addOn.Key)}";
}
