using System.Globalization;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions;

/// <summary>A subscription as its customer sees it.</summary>
/// <param name="State">As it stands now.</param>
/// <param name="Policies">What it was sold under.</param>
/// <param name="Plan">The plan in force, as it was sold.</param>
/// <param name="ScheduledPlan">The plan of the scheduled change; null without one.</param>
/// <param name="Tax">The tax on a renewal.</param>
/// <param name="NextInvoice">What is charged next; null when nothing will be.</param>
/// <param name="HasChangeInProgress">Whether a change has been asked for that is not in force yet.</param>
/// <param name="IsBilledByStripe">Whether a card is charged by itself.</param>
public sealed record SubscriptionOverview(
    SubscriptionState State,
    SubscriptionPolicies Policies,
    Plan Plan,
    Plan? ScheduledPlan,
    TaxRate Tax,
    NextInvoice? NextInvoice,
    bool HasChangeInProgress,
    bool IsBilledByStripe)
{
    /// <summary>Whether it is overdue only because the card is being charged just now: nothing has failed (FEN-06).</summary>
    public bool IsBeingCharged { get; init; }

    /// <summary>What its state is called in the texts.</summary>
    public string StatusName => IsBeingCharged ? "BeingCharged" : State.RestsUnpaid ? nameof(State.RestsUnpaid) : State.Status.ToString();

    /// <summary>When the next term is asked for, due, and what follows unpaid; null where it is charged by itself or none follows (FLU-21).</summary>
    public RenewalDates? Renewal { get; init; }

    /// <summary>The day on which it rests unpaid, put off where its customer says that it has paid; null where that cannot be.</summary>
    public LocalDate? PausesOn => State.PauseHeldUntil is { } held ? Policies.DateOf(held) : Renewal?.PausesOn;

    /// <summary>The order that asks for the next term; null while none does.</summary>
    public string? RenewalOrder { get; init; }

    /// <summary>Whether the running term is asked for and not paid, without being past due yet.</summary>
    public bool IsUnpaid => Renewal is not null && State is { Status: PlanSubscriptionStatus.Active, IsPaid: false };

    public LocalDate LastDayOfPeriod => State.Period.End.PlusDays(-1);

    /// <summary>The first day of the next paid term; null when none follows.</summary>
    public LocalDate? RenewsOn => State.IsRunning && EndsOn is null && !State.PauseRequested ? State.NextTermOn : null;

    /// <summary>The day on which a cancellation acts; null when none was asked for.</summary>
    public LocalDate? EndsOn => State.EndsOn(Policies);

    /// <summary>Whether it costs nothing, so that another plan is bought in its place (FEN-01, FEN-04).</summary>
    public bool IsFree => State.IsRunning && State.LastingTerms.Price.IsZero && !IsBilledByStripe;

    /// <summary>Whether it is the plan that comes with every account, which cannot be ended.</summary>
    public bool IsBase => State.LastingTerms.PlanKey == Policies.Changes.BasePlan;

    /// <summary>Until when a lower plan and the end have to wait, exclusive; null where nothing was committed to, or no more (FEN-05).</summary>
    public LocalDate? CommittedUntil => !IsFree && Policies.Changes.ContractedTermMonths > 0 && State.ContractEnd(Policies.Changes) is var end && end > State.Term.End
        ? end
        : null;

    /// <summary>The tax on the price of a paid term.</summary>
    public Money PriceTax => Tax.On(State.Terms.Price);

    public string PlanName(CultureInfo culture) => Plan.Name.In(culture);
}

/// <summary>What is charged next, and when.</summary>
/// <param name="On">The day.</param>
/// <param name="Lines">What for, each with its tax.</param>
/// <param name="Total">Tax included.</param>
public sealed record NextInvoice(LocalDate On, IReadOnlyList<ChangeLine> Lines, Money Total);
