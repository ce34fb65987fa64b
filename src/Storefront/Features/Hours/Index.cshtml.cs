using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Live;
using Storefront.Store.EventLog;

namespace Storefront.Features.Hours;

/// <summary>How many hours are left, what becomes of them, and every line of the ledger.</summary>
public sealed class IndexModel(HourReader reader, SubscriptionReader subscriptions, EventLogReader log, CurrentViewer current) : PageModel
{
    private const int PageSize = 25;

    public HourBalance Balance { get; private set; } = null!;

    public SubscriptionOverview? Subscription { get; private set; }

    public IReadOnlyList<HourLine> Lines { get; private set; } = [];

    /// <summary>The work of the running period.</summary>
    public IReadOnlyList<HourLine> Work { get; private set; } = [];

    /// <summary>Of the last event that the page shows.</summary>
    public long LastSequence { get; private set; }

    public PageLinks Pages { get; private set; } = new(null, null);

    /// <summary>Whether this is the ledger's first page, where the figures stand.</summary>
    public bool IsFirstPage { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return NotFound();
        }

        IsFirstPage = before is null;
        LastSequence = await log.LastSequenceAsync(account, EventStream.Customer, cancellationToken);
        Balance = await reader.ReadAsync(account, asOf: null, cancellationToken);
        Subscription = await subscriptions.ReadAsync(account, cancellationToken);
        Work = Balance.PeriodStart is { } start ? await reader.ListWorkAsync(account, start, cancellationToken) : [];

        // One more than is shown tells whether there is another page.
        var lines = await reader.ListAsync(account, before, PageSize + 1, cancellationToken);
        Lines = [.. lines.Take(PageSize)];
        Pages = new PageLinks(
            IsFirstPage ? null : "/hours#ledger",
            lines.Count > PageSize ? $"/hours?before={Lines[^1].Sequence}#ledger" : null);
        return Page();
    }
}
