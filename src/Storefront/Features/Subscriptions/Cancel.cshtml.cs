using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Hours;
using Storefront.Features.Shared;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions;

/// <summary>The end of a subscription: when it comes and what lapses, said before it is asked for.</summary>
public sealed class CancelModel(
    SubscriptionReader reader,
    HourReader hours,
    CancelSubscription cancel,
    CurrentViewer current,
    IClock clock,
    RefusalTexts refusals,
    IStringLocalizer<SubscriptionsTexts> texts) : PageModel
{
    public SubscriptionOverview Subscription { get; private set; } = null!;

    public HourBalance Balance { get; private set; } = null!;

    /// <summary>The day on which it would end; null for at once.</summary>
    public LocalDate? EndsOn { get; private set; }

    public string NewKey => PlanChangeId.New(clock.GetCurrentInstant()).Value.ToString("N");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return NotFound();
        }

        if (!current.Viewer.IsAtLeast(MemberRole.Owner) || await reader.ReadAsync(account, cancellationToken) is not { State.CancelRequested: false } subscription)
        {
            return RedirectToPage("/Subscriptions/Index");
        }

        Subscription = subscription;
        Balance = await hours.ReadAsync(account, asOf: null, cancellationToken);
        EndsOn = subscription.State is { IsRunning: true, IsPaid: true } running ? running.CancellationDate(subscription.Policies.Changes) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? key, CancellationToken cancellationToken)
    {
        if (current.Viewer is not { AccountId: not null } viewer)
        {
            return NotFound();
        }

        var result = await cancel.HandleAsync(key ?? "", viewer, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            this.Tell(refusals.Describe(refusal), Tone.Danger);
        }
        else
        {
            this.Tell(texts[result.Value.IsInForce ? "Done.Cancel" : "Done.Later"], Tone.Info);
        }

        return RedirectToPage("/Subscriptions/Index");
    }
}
