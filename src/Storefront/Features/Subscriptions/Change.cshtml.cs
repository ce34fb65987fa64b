using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
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
    IStringLocalizer<SubscriptionsTexts> texts) : OwnersPageModel<SealedPreview>(reader, current, refusals)
{
    [BindProperty(SupportsGet = true)]
    public string? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Interval { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Temporary { get; set; }

    public Handbook Handbook => handbook;

    public BillingInterval ChosenInterval => Interval?.ToUpperInvariant() switch
    {
        "MONTH" => BillingInterval.Month,
        "YEAR" when IsSoldByYear => BillingInterval.Year,
        _ => Subscription.State.LastingTerms.Interval,
    };

    /// <summary>Whether a plan can be had by the year in the subscription's currency.</summary>
    public bool IsSoldByYear => PlansFor(BillingInterval.Year).Any();

    /// <summary>The plans that can be had in the subscription's currency, with their prices for the chosen interval.</summary>
    public IEnumerable<(Plan Plan, PlanPrice Price)> Choices => PlansFor(ChosenInterval);

    /// <summary>Until when a lower plan is refused; null where nothing was committed to, or no more (FEN-05).</summary>
    public NodaTime.LocalDate? CommittedUntil => Subscription.CommittedUntil;

    public bool CanBeTemporary => Subscription.Policies.Changes.TemporaryUpgrades;

    /// <summary>Whether the change is paid before it acts and nothing is there that could be charged: then it is ordered, and in force when that is paid.</summary>
    public bool NeedsOrder => Offer is { Preview.MoneyNow.Total.IsZero: false } && !Subscription.IsBilledByStripe;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (string.IsNullOrEmpty(Plan))
        {
            return Page();
        }

        if (Subscription.IsFree && Choices.FirstOrDefault(choice => choice.Plan.Key == Plan) is { Price.Amount.IsZero: false } choice)
        {
            // What costs nothing has no card to charge: another plan is bought like a first one (FEN-04).
            return RedirectToPage("/Checkout/Index", new
            {
                plan = choice.Plan.Key,
                interval = Plans.IndexModel.Name(choice.Price.Interval),
                currency = choice.Price.Amount.Currency.Code,
            });
        }

        await PreviewAsync(cancellationToken);
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
            if (outcome.Order is { } order)
            {
                // Made by routing, the address would lose the capitals of the reference.
                return LocalRedirect($"/orders/{order}");
            }

            this.Tell(texts[outcome.IsInForce ? "Done.Change" : "Done.Later"], outcome.IsInForce ? Tone.Success : Tone.Info);
            return RedirectToPage("/Subscriptions/Index");
        }

        return await RefuseAsync(refusal, cancellationToken);
    }

    protected override Task<Result<SealedPreview>> AskAsync(CancellationToken cancellationToken) =>
        preview.HandleAsync(new PreviewPlanChangeInput(Plan ?? "", ChosenInterval, Temporary), Viewer, cancellationToken);

    private IEnumerable<(Plan Plan, PlanPrice Price)> PlansFor(BillingInterval interval) =>
        from plan in handbook.Plans.Plans
        let price = plan.PriceFor(interval, Subscription.State.Terms.Price.Currency)
        where price is not null
        select (plan, price);
}
