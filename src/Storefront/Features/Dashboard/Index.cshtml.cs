using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Hours;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Live;
using Storefront.Store.EventLog;

namespace Storefront.Features.Dashboard;

/// <summary>Where a customer comes in: hours left, what happens next, tickets.</summary>
public sealed class IndexModel(
    HourReader hours,
    SubscriptionReader subscriptions,
    TicketSummaryReader tickets,
    OrderReader orders,
    NextSteps steps,
    EventLogReader log,
    CurrentViewer current) : PageModel
{
    public HourBalance Balance { get; private set; } = null!;

    public SubscriptionOverview? Subscription { get; private set; }

    public TicketSummary Tickets { get; private set; } = null!;

    public IReadOnlyList<NextStep> Steps { get; private set; } = [];

    public AccountId Account => current.Viewer!.AccountId!.Value;

    public string Name => current.Viewer!.Name;

    /// <summary>Of the last event that the page shows.</summary>
    public long LastSequence { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer is not { } viewer)
        {
            return NotFound();
        }

        if (viewer.AccountId is not { } account)
        {
            return LocalRedirect(viewer.IsStaff ? "/desk" : "/account/choose");
        }

        LastSequence = await log.LastSequenceAsync(account, EventStream.Customer, cancellationToken);
        Balance = await hours.ReadAsync(account, asOf: null, cancellationToken);
        Subscription = await subscriptions.ReadAsync(account, cancellationToken);
        Tickets = await tickets.ReadAsync(account, cancellationToken);
        var order = Subscription is null ? await orders.FindOpenAsync(account, cancellationToken) : null;
        Steps = [.. steps.Of(Subscription, Balance, Tickets, order)];
        return Page();
    }
}
