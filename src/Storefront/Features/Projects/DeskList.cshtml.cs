using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Storefront.Features.Shared;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>The house's projects: what it is late with first, then what it has to do, then what waits for somebody else.</summary>
public sealed class DeskListModel(ProjectReader reader, BusinessClock clock) : PageModel
{
    /// <summary>Which are looked at; the address says it.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public ProjectShow Show { get; set; }

    /// <summary>Where the page begins; null for the beginning.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<ProjectLine> Lines { get; private set; } = [];

    public Instant Now { get; private set; }

    public PageLinks Links { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Now = clock.GetCurrentInstant();
        var found = await reader.ListForStaffAsync(new ProjectFilter(Show, ProjectPosition.Parse(After)), cancellationToken);
        Lines = [.. found.Take(ProjectFilter.PageSize)];
        Links = new PageLinks(
            After is null ? null : AddressOf(Show),
            found.Count > ProjectFilter.PageSize ? AddressOf(Show, ProjectFilter.PositionOf(Lines[^1].Current.Row).ToString()) : null);
    }

    /// <summary>This page with another choice.</summary>
    public string AddressOf(ProjectShow show, string? after = null) =>
        Url.Page("/Projects/DeskList", new { show = show == ProjectShow.Open ? null : show.ToString(), after })!;
}
