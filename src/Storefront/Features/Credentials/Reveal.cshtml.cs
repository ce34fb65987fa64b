using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Credentials;

/// <summary>A credential, shown once to who works on the ticket. It is asked for by a button, never by an address: opening that shows nothing.</summary>
public sealed class RevealModel(RevealCredential reveal, TicketReader tickets, CurrentViewer current, RefusalTexts refusals) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public RevealedCredential? Shown { get; private set; }

    public IActionResult OnGet() => Redirect($"/desk/tickets/{Number}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await tickets.FindForStaffAsync(Number, cancellationToken) is not { } key)
        {
            return NotFound();
        }

        // No redirect: what is shown must not be kept anywhere, not even in a cookie.
        Response.Headers.CacheControl = "no-store";
        var revealed = await reveal.HandleAsync(key, new CredentialId(id), current.Viewer!, cancellationToken);
        if (revealed.TryGet(out var shown, out var refusal))
        {
            Shown = shown;
        }
        else if (refusal is Domain.Shared.NotFound)
        {
            return NotFound();
        }
        else
        {
            ModelState.AddModelError("", refusals.Describe(refusal));
        }

        return Page();
    }
}
