using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions;

/// <summary>Another plan: chosen, then shown with all that it costs and brings, then confirmed exactly so.</summary>
public sealed class ChangeModel(
    Handbook handbook,
    SubscriptionReader reader,
    PreviewPlanChange preview,
    ConfirmPlanChange confirm,
    CurrentViewer current,
    RefusalTexts refusals,
    IStringLocalizer<SubscriptionsTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Interval { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Temporary { get; set; }

    public Handbook Handbook => handbook;

    public SubscriptionOverview Subscription { get; private set; } = null!;

    /// <summary>What the chosen change would do; null before one was chosen, and when it cannot be.</summary>
    public SealedPreview? Offer { get; private set; }

    /// <summary>Why the chosen change cannot be; null when it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether a confirmation came too late or for what is no longer so: the fresh preview is shown.</summary>
    public bool IsOutdated { get; private set; }

    public BillingInterval ChosenInterval => Interval?.ToUpperInvariant() switch
    {
        "MONTH" => BillingInterval.Month,
        "YEAR" => BillingInterval.Year,
        _ => Subscription.State.LastingTerms.Interval,
    };

    /// <summary>The plans that can be had in the subscription's currency, with their prices for the chosen interval.</summary>
    public IEnumerable<(Plan Plan, PlanPrice Price)> Choices =>
        from plan in handbook.Plans.Plans
        let price = plan.PriceFor(ChosenInterval, Subscription.State.Terms.Price.Currency)
        where price is not null
        select (plan, price);

    public bool CanBeTemporary => Subscription.Policies.Changes.TemporaryUpgrades;

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!string.IsNullOrEmpty(Plan))
        {
            await PreviewAsync(cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? token, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var confirmed = await confirm.HandleAsync(token ?? "", idempotencyKey: null, Viewer, cancellationToken);
        if (confirmed.TryGet(out var outcome, out var refusal))
        {
            this.Tell(texts[outcome.IsInForce ? "Done.Change" : "Done.Later"], outcome.IsInForce ? Tone.Success : Tone.Info);
            return RedirectToPage("/Subscriptions/Index");
        }

        await PreviewAsync(cancellationToken);
        (IsOutdated, Problem) = (refusal is PreviewOutdated && Offer is not null, refusals.Describe(refusal));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer?.AccountId is not { } account)
        {
            return NotFound();
        }

        if (!Viewer.IsAtLeast(MemberRole.Owner) || await reader.ReadAsync(account, cancellationToken) is not { } subscription)
        {
            return RedirectToPage("/Subscriptions/Index");
        }

        Subscription = subscription;
        return null;
    }

    private async Task PreviewAsync(CancellationToken cancellationToken)
    {
        var offered = await preview.HandleAsync(new PreviewPlanChangeInput(Plan ?? "", ChosenInterval, Temporary), Viewer, cancellationToken);
        if (offered.TryGet(out var offer, out var refusal))
        {
            Offer = offer;
        }
        else
        {
            Problem = refusals.Describe(refusal);
        }
    }
}
