using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects;

/// <summary>All projects of the account, with whose turn it is.</summary>
public sealed class IndexModel(ProjectReader reader, CurrentViewer current) : PageModel
{
    public IReadOnlyList<ProjectLine> Lines { get; private set; } = [];

    public long LastSequence { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer is not { AccountId: { } account })
        {
            return current.Viewer is { IsStaff: true } ? Redirect("/desk/projects") : NotFound();
        }

        (Lines, LastSequence) = await reader.ListAsync(account, cancellationToken);
        return Page();
    }
}
