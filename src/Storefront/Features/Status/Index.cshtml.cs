using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared;

namespace Storefront.Features.Status;

/// <summary>How the house's service is doing, part by part, with what is announced and what was; for everybody, live.</summary>
public sealed class IndexModel(CurrentStatus current, IncidentReader incidents) : PageModel
{
    private const int LastPage = 1_000;

    [BindProperty(SupportsGet = true, Name = "at")]
    public int PageNumber { get; set; }

    public HouseService Service { get; private set; } = current.Now;

    public ImmutableArray<IncidentView> Past { get; private set; } = [];

    public PageLinks Links { get; private set; } = new(null, null);

    public LiveStream Stream { get; } = LiveStream.For("subscription { houseStatusChanged { level } }", "{}");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        PageNumber = Math.Clamp(PageNumber, 0, LastPage);
        (Past, var hasMore) = await incidents.ReadPastAsync(PageNumber, cancellationToken);
        Links = new PageLinks(PageNumber > 0 ? LinkTo(PageNumber - 1) : null, hasMore ? LinkTo(PageNumber + 1) : null);
    }

    private static string LinkTo(int page) => page == 0 ? "/status" : string.Create(CultureInfo.InvariantCulture, $"/status?at={page}");
}
