using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Shared;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>The queue: what the house has to do, in order, and what needs somebody's attention.</summary>
public sealed class IndexModel(DeskQueueReader reader, OperationsReader operations, CurrentViewer current) : PageModel
{
    private const int LongestSearch = 200;

    private IReadOnlyList<DeskEntry> unfinished = [];

    [BindProperty(SupportsGet = true, Name = "show")]
    public DeskFilter Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    public IReadOnlyList<DeskEntry> Entries { get; private set; } = [];

    public DeskAttention Attention { get; private set; } = new(0, 0, 0, 0, 0);

    public LiveStream Stream { get; } = LiveStream.For("subscription { deskQueueChanged { at } }", "{}");

    private UserId Viewer => current.Viewer!.UserId;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Search = Search is { Length: > LongestSearch } ? Search[..LongestSearch] : Search;
        unfinished = (await reader.ReadAsync(cancellationToken)).Entries;
        var listed = Show == DeskFilter.Done
            ? await reader.ReadDoneAsync(cancellationToken)
            : unfinished.Where(entry => string.IsNullOrWhiteSpace(Search) ? entry.Fits(Show, Viewer) : true);
        Entries = [.. DeskQueueReader.Search(listed, Search)];
        Attention = await operations.CountAsync(unfinished, cancellationToken);
    }

    /// <summary>How many unfinished tickets a filter shows.</summary>
    public int CountOf(DeskFilter filter) => unfinished.Count(entry => entry.Fits(filter, Viewer));
}
