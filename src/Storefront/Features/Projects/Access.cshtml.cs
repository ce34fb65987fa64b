using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Credentials;
using Storefront.Features.Projects.Access;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects;

/// <summary>An access that was handed over, shown once (TEC-09). It is asked for by a button, never by an address: opening that shows nothing.</summary>
public sealed class AccessModel(RevealAccess reveal, ProjectReader reader, CurrentViewer current, RefusalTexts refusals) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public RevealedCredential? Shown { get; private set; }

    public IActionResult OnGet() => Redirect($"/projects/{Number}#accesses");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var viewer = current.Viewer!;
        if (viewer.AccountId is not { } account || await reader.FindKeyAsync(account, Number, cancellationToken) is not { } key)
        {
            return NotFound();
        }

        // No redirect: what is shown must not be kept anywhere, not even in a cookie.
        Response.Headers.CacheControl = "no-store";
        var revealed = await reveal.HandleAsync(key.Id, new ProjectAccessId(id), viewer, cancellationToken);
        if (revealed.Refusal is Domain.Shared.NotFound)
        {
            return NotFound();
        }

        if (revealed.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusals.Describe(refusal));
        }
        else
        {
            Shown = revealed.Value;
        }

        return Page();
    }
}
