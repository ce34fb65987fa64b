using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments.Credits;

/// <summary>What the house owes an account, for staff who pay it out: by the payments that it came from.</summary>
public sealed class DeskModel(CurrentViewer current, CreditReader reader, BookCredit book, RefusalTexts refusals) : PageModel
{
    public Guid AccountId { get; private set; }

    public CreditDesk Credit { get; private set; } = null!;

    /// <summary>Under which a form is done once.</summary>
    public string FreshKey { get; } = Guid.CreateVersion7().ToString("N");

    public async Task<IActionResult> OnGetAsync(Guid account, CancellationToken cancellationToken)
    {
        if (await reader.ReadDeskAsync(new AccountId(account), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (AccountId, Credit) = (account, found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid account, string? currency, string? key, CancellationToken cancellationToken)
    {
        var booked = await book.HandleAsync(new AccountId(account), currency, key, current.Viewer!, cancellationToken);
        if (booked.Refusal is { } refusal)
        {
            this.Tell(refusals.Describe(refusal), Tone.Warning);
            return this.SeeOther($"/desk/accounts/{account}/credit");
        }

        return this.SeeOther($"/desk/payments/{account}/{booked.Value.Id.Value}");
    }
}
