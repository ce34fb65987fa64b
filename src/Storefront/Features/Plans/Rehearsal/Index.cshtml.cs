using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Domain.Subscriptions.Rehearsal;
using Storefront.Features.Accounts;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Plans.Rehearsal;

/// <summary>A customer's last months on every plan, by the month and by the year.</summary>
public sealed class RehearsalModel(RehearsalReader reader, SubscriptionReader subscriptions, Handbook handbook, CurrentViewer current) : PageModel
{
    private const int Periods = 6;

    public RehearsalOverview? Overview { get; private set; }

    /// <summary>The plan that the customer has; null without one.</summary>
    public SubscriptionOverview? Subscription { get; private set; }

    /// <summary>How the customer's own plan would have served; null without one.</summary>
    public RehearsedPlan? Own => Overview?.Plans.FirstOrDefault(IsOwn);

    /// <summary>Whether only an owner may change the plan, and it is one who looks.</summary>
    public bool MayChange => Subscription is not null && current.Viewer?.IsAtLeast(MemberRole.Owner) == true;

    public bool IsOwn(RehearsedPlan played) => Subscription?.State.LastingTerms is { } terms
        && terms.PlanKey == played.Plan.Key && terms.Interval == played.Price.Interval;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account || !handbook.SellsPlans)
        {
            return NotFound();
        }

        Subscription = await subscriptions.ReadAsync(account, cancellationToken);
        Overview = await reader.ReadAsync(
            account, Subscription?.State.Terms.Price.Currency ?? handbook.DefaultCurrency, Periods, cancellationToken);
        return Page();
    }
}
