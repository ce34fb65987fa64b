using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Tests.Domain.Calendars;

namespace Storefront.Tests.Domain.Subscriptions;

/// <summary>A subscription with its hours, lived through as the program does: settle what is due, then do something, then settle again.</summary>
internal sealed class SubscriptionLife(SubscriptionPolicies policies)
{
    private int keys;

    public required SubscriptionState Subscription { get; set; }

    public SubscriptionPolicies Policies => policies;

    public HourLedger Ledger { get; private set; } = HourLedger.Empty;

    public List<HourEntry> Entries { get; } = [];

    public List<SubscriptionEvent> Events { get; } = [];

    public IEnumerable<(HourEntryKind Kind, int Minutes)> Lines => Entries.Select(entry => (entry.Kind, entry.Minutes));

    /// <summary>Bought and paid at noon of a day in Santiago.</summary>
    public static SubscriptionLife Buy(
        Plan plan, LocalDate day, BillingInterval interval = BillingInterval.Month, SubscriptionPolicies? policies = null)
    {
        policies ??= Shop.Flunt;
        var noon = Noon(day);
        var ordered = SubscriptionState.Order(SubscriptionId.New(noon), Shop.Terms(plan, interval), policies, noon);
        return new SubscriptionLife(policies) { Subscription = ordered }.Pay(day);
    }

    public SubscriptionLife Pay(LocalDate day) => Do(day, at => SubscriptionRules.Pay(Subscription, Ledger, policies, at).Value);

    /// <summary>Lives on until a day has begun.</summary>
    public SubscriptionLife Until(LocalDate day) => Settle(policies.StartOf(day));

    /// <summary>Lives on until a day, every renewal being paid some hours after it fell due, as Stripe does.</summary>
    public SubscriptionLife PayingUntil(LocalDate day)
    {
        while (Subscription.IsRunning && !(Subscription is { RevertsTo: null, CancelRequested: true }) && Subscription.PaidThrough < day)
        {
            Pay(Subscription.PaidThrough);
        }

        return Until(day);
    }

    public SubscriptionLife Use(int minutes, LocalDate day) => Post(day, at => Ledger.Use(
        policies.Hours, minutes, at, new HourCause(HourCauseKind.WorkLog), Key()).Value);

    public SubscriptionLife Advance(int minutes, LocalDate day) => Post(day, at => Ledger.Advance(
        policies.Hours,
        minutes,
        at,
        policies.StartOf(Subscription.Period.End),
        Subscription.NextGrantMinutes(policies),
        new HourCause(HourCauseKind.Advance),
        Key()).Value);

    /// <summary>An advance as customers ask for it, which may put a downgrade off.</summary>
    public SubscriptionLife Borrow(int minutes, LocalDate day) =>
        Do(day, at => Advances.Take(Subscription, Ledger, policies, minutes, Key(), at).Value);

    public SubscriptionLife Do(LocalDate day, Func<Instant, Settlement> action)
    {
        Settle(Noon(day));
        Take(action(Noon(day)));
        return Settle(Noon(day));
    }

    public SubscriptionLife Do(LocalDate day, Func<SubscriptionState, HourLedger, SubscriptionPolicies, Instant, Result<Settlement>> action) =>
        Do(day, at => action(Subscription, Ledger, policies, at).Value);

    /// <summary>The same, where being refused changes nothing.</summary>
    public SubscriptionLife Try(LocalDate day, Func<SubscriptionState, HourLedger, SubscriptionPolicies, Instant, Result<Settlement>> action) =>
        Do(day, at => action(Subscription, Ledger, policies, at).Match(done => done, _ => Settlement.Of(Subscription, Ledger)));

    public Result<ChangePreview> Preview(
        Plan plan, LocalDate day, BillingInterval interval = BillingInterval.Month, bool temporary = false)
    {
        Settle(Noon(day));
        return PlanChange.Preview(
            Subscription, Ledger, policies, new ChangeRequest(plan, interval, temporary, Shop.Vat), Noon(day));
    }

    public SubscriptionLife Change(Plan plan, LocalDate day, BillingInterval interval = BillingInterval.Month, bool temporary = false)
    {
        var preview = Preview(plan, day, interval, temporary).Value;
        return Do(day, at => PlanChange.Confirm(
            preview, preview, Subscription, Ledger, policies, PlanChangeId.New(at), at).Value);
    }

    public SubscriptionLife Settle(Instant now)
    {
        Take(PeriodSchedule.Settle(Subscription, Ledger, policies, now));
        return this;
    }

    public static Instant Noon(LocalDate day) => day.At(new LocalTime(12, 0)).InZoneStrictly(TestCalendars.Santiago).ToInstant();

    private SubscriptionLife Post(LocalDate day, Func<Instant, HourPosting> post)
    {
        Settle(Noon(day));
        var posting = post(Noon(day));
        Ledger = posting.Ledger;
        Entries.AddRange(posting.Entries);
        return this;
    }

    private void Take(Settlement settlement)
    {
        Subscription = settlement.Subscription;
        Ledger = settlement.Ledger;
        Entries.AddRange(settlement.Entries);
        Events.AddRange(settlement.Events);
    }

    private string Key() => $"key {++keys}";
}
