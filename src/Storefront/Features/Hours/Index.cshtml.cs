using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Hours.Reports;
using Storefront.Features.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Live;
using Storefront.Store.EventLog;

namespace Storefront.Features.Hours;

/// <summary>How many hours are left, what becomes of them, and every line of the ledger.</summary>
public sealed class IndexModel(
    HourReader reader,
    SubscriptionReader subscriptions,
    PeriodReports reports,
    HourOverageReader overages,
    Handbook handbook,
    EventLogReader log,
    CurrentViewer current,
    IClock clock) : PageModel
{
    private const int PageSize = 25;

    public HourBalance Balance { get; private set; } = null!;

    public SubscriptionOverview? Subscription { get; private set; }

    public IReadOnlyList<HourLine> Lines { get; private set; } = [];

    /// <summary>The work of the running period.</summary>
    public IReadOnlyList<HourLine> Work { get; private set; } = [];

    /// <summary>What was brought forward in the running period, and what of earlier advances was repaid in it.</summary>
    public IReadOnlyList<HourLine> Advances { get; private set; } = [];

    /// <summary>The hours that end next.</summary>
    public IEnumerable<HourLot> Ending => Balance.Lots.Where(lot => lot.ExpiresAt == Balance.Expiring?.At);

    /// <summary>Of the last event that the page shows.</summary>
    public long LastSequence { get; private set; }

    /// <summary>The running period day by day; null where none runs.</summary>
    public PeriodReport? Running { get; private set; }

    /// <summary>Work beyond the included hours, the last one first.</summary>
    public IReadOnlyList<HourOverage> Overages { get; private set; } = [];

    /// <summary>Whether work beyond the hours goes on invoices that come by themselves.</summary>
    public bool IsInvoiced => Subscription is { IsBilledByStripe: true };

    private IReadOnlyDictionary<OrderId, string> OrderReferences { get; set; } = new Dictionary<OrderId, string>();

    /// <summary>The day that was asked about, as it was sent.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    /// <summary>The balance at the end of that day; null where it is none, or lies ahead.</summary>
    public (LocalDate Day, int Minutes)? BalanceOn { get; private set; }

    public string Today => LocalDatePattern.Iso.Format(handbook.Calendar.DateOf(clock.GetCurrentInstant()));

    public bool HasLoyalty => handbook.Loyalty is not null;

    /// <summary>Whether hours can be brought forward by who looks.</summary>
    public bool OffersAdvance => Subscription is { State.IsRunning: true, Policies.Hours.AdvancePercent: > 0 } && current.Viewer!.IsAtLeast(MemberRole.Owner);

    public PageLinks Pages { get; private set; } = new(null, null);

    /// <summary>Whether this is the ledger's first page, where the figures stand.</summary>
    public bool IsFirstPage { get; private set; }

    /// <summary>The reference of the order that work beyond the hours became; null where it is none.</summary>
    public string? OrderOf(HourOverage overage) => overage.OrderId is { } order ? OrderReferences.GetValueOrDefault(order) : null;

    public async Task<IActionResult> OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account || !handbook.SellsPlans)
        {
            return NotFound();
        }

        IsFirstPage = before is null;
        LastSequence = await log.LastSequenceAsync(account, EventStream.Customer, cancellationToken);
        Balance = await reader.ReadAsync(account, asOf: null, cancellationToken);
        Subscription = await subscriptions.ReadAsync(account, cancellationToken);
        var moved = Balance.PeriodStart is { } start ? await reader.ListMovedAsync(account, start, cancellationToken) : [];
        Work = [.. moved.Where(line => line.Kind is HourEntryKind.Use or HourEntryKind.Reversal)];
        Advances = [.. moved.Where(line => line.Kind is HourEntryKind.Advance or HourEntryKind.AdvanceRepayment)];

        if (IsFirstPage)
        {
            Running = await reports.ReadRunningAsync(account, cancellationToken);
            Overages = await overages.ListAsync(account, cancellationToken);
            OrderReferences = await overages.ListOrdersAsync(account, cancellationToken);
            await ReadBalanceOnAsync(account, cancellationToken);
        }

        // One more than is shown tells whether there is another page.
        var lines = await reader.ListAsync(account, before, PageSize + 1, cancellationToken);
        Lines = [.. lines.Take(PageSize)];
        Pages = new PageLinks(
            IsFirstPage ? null : "/hours#ledger",
            lines.Count > PageSize ? $"/hours?before={Lines[^1].Sequence}#ledger" : null);
        return Page();
    }

    private async Task ReadBalanceOnAsync(AccountId account, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (LocalDatePattern.Iso.Parse(On ?? "") is { Success: true, Value: var day } && day <= handbook.Calendar.DateOf(now) && day.Year >= 2000)
        {
            var end = handbook.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.Epsilon;
            BalanceOn = (day, (await reader.ReadAsync(account, end < now ? end : null, cancellationToken)).AvailableMinutes);
        }
    }
}
