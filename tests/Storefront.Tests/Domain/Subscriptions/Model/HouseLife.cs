using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions.Model;

/// <summary>A customer under a house's real handbook, lived through as the program does: settle what is due, do something, settle again.</summary>
internal sealed class HouseLife
{
    private readonly Handbook house;
    private readonly List<CommissionMonth> commissions = [];
    private readonly List<HourEntry> uses = [];
    private int keys;

    private HouseLife(Handbook house, SubscriptionState ordered, Instant now)
    {
        this.house = house;
        Policies = new SubscriptionPolicies(house.Hours, house.Changes, house.Zone);
        (Subscription, Now) = (ordered, now);
        Ledger = HourLedger.Empty;
    }

    public SubscriptionPolicies Policies { get; }

    public SubscriptionState Subscription { get; private set; }

    public HourLedger Ledger { get; private set; }

    public Instant Now { get; private set; }

    public List<HourEntry> Entries { get; private init; } = [];

    public List<SubscriptionEvent> Events { get; private init; } = [];

    public static HouseLife Buy(Handbook house, string plan, BillingInterval interval, Instant now)
    {
        var policies = new SubscriptionPolicies(house.Hours, house.Changes, house.Zone);
        var life = new HouseLife(house, Ordered(house, policies, plan, interval, now), now);
        life.Take(SubscriptionRules.Pay(life.Subscription, life.Ledger, policies, now).Value);
        life.Settle();
        return life;
    }

    /// <summary>Another future of the same past.</summary>
    public HouseLife Fork() => new(house, Subscription, Now) { Ledger = Ledger, keys = keys, Entries = [.. Entries], Events = [.. Events] };

    /// <summary>Lives on until an instant; one that has passed is now.</summary>
    public void MoveTo(Instant instant)
    {
        Now = Instant.Max(Now, instant);
        Settle();
    }

    public void Pay()
    {
        Take(SubscriptionRules.Pay(Subscription, Ledger, Policies, Now).Value);
        Settle();
    }

    public void FailToPay() => Take(SubscriptionRules.FailPayment(Subscription, Ledger, Now));

    /// <summary>A plan for somebody who has none, or one that costs nothing.</summary>
    public void Buy(string plan, BillingInterval interval)
    {
        if (Subscription.Status == PlanSubscriptionStatus.Canceled)
        {
            Subscription = Ordered(house, Policies, plan, interval, Now);
            Take(SubscriptionRules.Pay(Subscription, Ledger, Policies, Now).Value);
        }
        else
        {
            var terms = PlanTerms.Of(house.Plans.Find(plan)!, interval, house.DefaultCurrency).Value;
            Take(FreePlans.Replace(Subscription, Ledger, Policies, terms, PlanChangeId.New(Now), Now).Value);
        }

        Settle();
    }

    /// <summary>How many minutes were there to be taken; none where it is refused.</summary>
    public int Use(int minutes)
    {
        var some = house.Hours.Overage == OveragePolicy.Bill ? Math.Min(minutes, Ledger.AvailableMinutes) : minutes;
        if (some == 0
            || Subscription.EnsureHoursUsable(Policies, Now).IsRefused
            || !Ledger.Use(house.Hours, some, Now, new HourCause(HourCauseKind.WorkLog), Key()).TryGet(out var used, out _))
        {
            return 0;
        }

        uses.Add(used.Entries[0]);
        Post(used);
        return some;
    }

    /// <summary>Takes work back, twice: the second time nothing may come of it.</summary>
    public bool TakeBack(int index)
    {
        if (!Subscription.IsRunning)
        {
            return false;
        }

        Post(Ledger.Reverse(uses[index], Now, Policies.StartOf(Subscription.Period.End)));
        Assert.Empty(Ledger.Reverse(uses[index], Now, Policies.StartOf(Subscription.Period.End)).Entries);
        return true;
    }

    public bool Correct(int minutes)
    {
        if (minutes > 0 && !Subscription.IsRunning)
        {
            return false;
        }

        var end = minutes > 0 ? Policies.StartOf(Subscription.Period.End) : Now;
        var corrected = Ledger.Correct(house.Hours, minutes, Now, end, new HourCause(HourCauseKind.StaffCorrection), Key());
        if (!corrected.IsRefused)
        {
            Post(corrected.Value);
        }

        return !corrected.IsRefused;
    }

    public Result<AdvancePreview> PreviewAdvance(int minutes) => Advances.Preview(Subscription, Ledger, Policies, minutes, Now);

    public void Advance(int minutes)
    {
        Take(Advances.Take(Subscription, Ledger, Policies, minutes, Key(), Now).Value);
        Settle();
    }

    public Result<WishPreview> PreviewWish(WishKind kind) => Wishing.Preview(kind, Subscription, Ledger, Policies, house.Tax.Rate, Now);

    public void Wish(WishKind kind)
    {
        Take(Wishing.Apply(kind, Subscription, Ledger, Policies, Now).Value);
        Settle();
    }

    public Result<ChangePreview> PreviewChange(string plan, BillingInterval interval, bool temporary) => PlanChange.Preview(
        Subscription, Ledger, Policies, new ChangeRequest(house.Plans.Find(plan)!, interval, temporary, house.Tax.Rate), Now);

    /// <summary>Confirms what was previewed, twice: the second time no hours may come of it.</summary>
    public void Change(ChangePreview preview)
    {
        var change = PlanChangeId.New(Now);
        var done = PlanChange.Confirm(preview, preview, Subscription, Ledger, Policies, change, Now).Value;
        Take(done);
        Assert.Empty(PlanChange.Confirm(preview, preview, Subscription, Ledger, Policies, change, Now).Value.Entries);
        Settle();
    }

    /// <summary>What the recording of a commission does; gives why not.</summary>
    public string? Record(LocalDate firstDay, decimal amount, bool onTime)
    {
        var policy = house.Loyalty!;
        var today = Policies.DateOf(Now);
        var month = new CommissionMonth(firstDay.ToYearMonth(), new Money((long)(amount * 100), house.DefaultCurrency), onTime);
        if (LoyaltyRules.Check(commissions, month, house.DefaultCurrency, today).Refusal is { } refusal)
        {
            return refusal.Code;
        }

        commissions.Add(month);
        var standing = LoyaltyRules.Stand(policy, commissions, today);
        var level = standing.Months[^1].Month == month.Month ? standing.Level : null;
        if (FreePlans.Earn(Subscription, Ledger, level is null ? null : house.Plans.Find(level.PlanKey)).TryGet(out var earned, out _))
        {
            Take(earned);
        }

        return null;
    }

    private static SubscriptionState Ordered(Handbook house, SubscriptionPolicies policies, string plan, BillingInterval interval, Instant at) =>
        SubscriptionState.Order(
            SubscriptionId.New(at), PlanTerms.Of(house.Plans.Find(plan)!, interval, house.DefaultCurrency).Value, policies, at);

    /// <summary>All that is due, one instant after the other; who has nothing has the house's free plan from that instant on (FEN-01).</summary>
    private void Settle()
    {
        while (true)
        {
            if (Subscription is { Status: PlanSubscriptionStatus.Canceled, EndedAt: { } ended } && house.Changes.BasePlan is { } free)
            {
                Subscription = Ordered(house, Policies, free, BillingInterval.Month, ended);
                Take(SubscriptionRules.Pay(Subscription, Ledger, Policies, ended).Value);
            }

            if (PeriodSchedule.NextDue(Subscription, Ledger, Policies) is not { } due || due > Now)
            {
                return;
            }

            Take(PeriodSchedule.Settle(Subscription, Ledger, Policies, due));
        }
    }

    private void Post(HourPosting posting)
    {
        Ledger = posting.Ledger;
        Entries.AddRange(posting.Entries);
    }

    private void Take(Settlement settlement)
    {
        (Subscription, Ledger) = (settlement.Subscription, settlement.Ledger);
        Entries.AddRange(settlement.Entries);
        Events.AddRange(settlement.Events);
    }

    private string Key() => $"key {++keys}";
}
