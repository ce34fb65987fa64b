using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions;

/// <summary>A plan that an account subscribed to.</summary>
[ObjectType("PlanSubscription")]
public sealed class PlanSubscriptionView(SubscriptionOverview subscription)
{
    private SubscriptionState State => subscription.State;

    /// <summary>The subscription's id, opaque.</summary>
    public Guid Id => State.Id.Value;

    /// <summary>The plan in force.</summary>
    public Plan Plan => subscription.Plan;

    /// <summary>The paid term: month or year.</summary>
    public BillingInterval Interval => State.Terms.Interval;

    /// <summary>Where it stands.</summary>
    public PlanSubscriptionStatus Status => State.Status;

    /// <summary>Whether it is past due only because the card is being charged just now: nothing has failed.</summary>
    public bool IsBeingCharged => subscription.IsBeingCharged;

    /// <summary>The billing period that runs; null while none does.</summary>
    public BillingPeriodView? CurrentPeriod => State.IsRunning ? new BillingPeriodView(State.Period) : null;

    /// <summary>When the next paid term begins; null when none follows.</summary>
    public Instant? RenewsAt => StartOf(subscription.RenewsOn);

    /// <summary>When a cancellation that was asked for acts; null when none was.</summary>
    public Instant? CancelsAt => StartOf(subscription.EndsOn);

    /// <summary>When it paused; null when it is not paused.</summary>
    public Instant? PausedAt => StartOf(State.PausedOn);

    /// <summary>When it ended; null while it has not.</summary>
    public Instant? EndedAt => State.EndedAt;

    /// <summary>What begins with a later paid term; null for nothing.</summary>
    public ScheduledChangeView? ScheduledChange => State.Scheduled is { } change
        ? new ScheduledChangeView(subscription.ScheduledPlan!, change.To.Interval, StartOf(change.On)!.Value)
        : null;

    /// <summary>The net price of one paid term.</summary>
    public Money Price => State.Terms.Price;

    /// <summary>The tax on the price.</summary>
    public Money Tax => subscription.PriceTax;

    /// <summary>Whether a change was asked for that is not in force yet, because whoever bills could not be reached.</summary>
    public bool ChangeInProgress => subscription.HasChangeInProgress;

    /// <summary>When the next term is asked for, due, and what follows unpaid; null where it is charged by itself or none follows.</summary>
    public RenewalDatesInfo? Renewal => subscription.Renewal is { } dates
        ? new RenewalDatesInfo(dates.OrderOn, dates.DueOn, dates.Reminders, dates.GraceEndsOn, dates.PausesOn, subscription.RenewalOrder)
        {
            PauseHold = State.PauseHeldUntil is { } until ? new PauseHoldInfo(until, PauseHoldReason.PaymentToConfirm) : null,
        }
        : null;

    /// <summary>Whether it rests because its next term was not paid: it goes on the day that is paid.</summary>
    public bool RestsUnpaid => State.RestsUnpaid;

    private Instant? StartOf(LocalDate? date) => date is { } day ? subscription.Policies.StartOf(day) : null;
}

/// <summary>A billing period, in days of the house's zone.</summary>
[ObjectType("BillingPeriod")]
public sealed class BillingPeriodView(DateRun period)
{
    /// <summary>The first day.</summary>
    public LocalDate Start => period.Start;

    /// <summary>The day after the last.</summary>
    public LocalDate End => period.End;
}

/// <summary>When a plan that nobody charges by itself is paid next, in days of the house's zone.</summary>
/// <param name="OrderOn">The day on which the order is sent.</param>
/// <param name="DueOn">The first day of the term that it pays.</param>
/// <param name="Reminders">The days on which whoever has not paid is reminded.</param>
/// <param name="GraceEndsOn">The first day on which unpaid hours can be neither used nor granted.</param>
/// <param name="PausesOn">The first day on which an unpaid plan rests, unless `pauseHold` puts it off.</param>
/// <param name="OrderReference">The reference of the order that asks for it, such as `FLUNT-1000`; null while none does.</param>
[ObjectType("RenewalDates")]
public sealed record RenewalDatesInfo(
    LocalDate OrderOn, LocalDate DueOn, IReadOnlyList<LocalDate> Reminders, LocalDate GraceEndsOn, LocalDate PausesOn, string? OrderReference)
{
    /// <summary>What puts the pause off, and until when; null where nothing does.</summary>
    public PauseHoldInfo? PauseHold { get; init; }
}

/// <summary>Until when and why the pause of an unpaid plan is put off.</summary>
/// <param name="HeldUntil">When the plan rests if its term is not paid by then.</param>
/// <param name="Reason">Why it is put off.</param>
[ObjectType("PauseHold")]
public sealed record PauseHoldInfo(Instant HeldUntil, PauseHoldReason Reason);

/// <summary>Why the pause of an unpaid plan is put off.</summary>
public enum PauseHoldReason
{
    /// <summary>The customer told in time of a payment of all that is left, and staff have not looked for it yet.</summary>
    PaymentToConfirm,
}

/// <summary>A change that waits for a paid term to begin.</summary>
/// <param name="Plan">The plan that will be in force.</param>
/// <param name="Interval">The interval that will be in force.</param>
/// <param name="At">When.</param>
[ObjectType("ScheduledChange")]
public sealed record ScheduledChangeView(Plan Plan, BillingInterval Interval, Instant At);

/// <summary>An account's subscription.</summary>
[ExtendObjectType<AccountView>]
public static class AccountPlanSubscription
{
    /// <summary>The plan that it subscribed to; null when there is none, or the last has ended.</summary>
    [Authorize(Scopes = ["subscription:read"])]
    public static async Task<PlanSubscriptionView?> SubscriptionAsync(
        [Parent] AccountView account, SubscriptionReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(account.AccountId, cancellationToken) is { } subscription ? new PlanSubscriptionView(subscription) : null;
}

/// <summary>Subscriptions by their ids.</summary>
[ExtendObjectType<PlanSubscriptionView>]
public static class PlanSubscriptionNode
{
    [NodeResolver]
    public static async Task<PlanSubscriptionView?> FindPlanSubscriptionAsync(
        Guid id, [GlobalState(ApiViewer.Key)] Viewer? viewer, SubscriptionReader reader, CancellationToken cancellationToken) =>
        viewer is { AccountId: { } account } && viewer.HasScope("subscription:read")
        && await reader.FindAsync(account, new SubscriptionId(id), cancellationToken) is { } subscription
            ? new PlanSubscriptionView(subscription)
            : null;
}
