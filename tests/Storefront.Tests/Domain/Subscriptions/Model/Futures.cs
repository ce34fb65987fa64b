using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions.Model;

/// <summary>What becomes of what was previewed, lived in a copy in which nobody does anything but pay.</summary>
internal sealed class Futures(HouseLife fork)
{
    private readonly int before = fork.Entries.Count;
    private readonly int told = fork.Events.Count;

    private IEnumerable<HourEntry> Since => fork.Entries.Skip(before);

    public static Futures Of(HouseLife life) => new(life.Fork());

    /// <summary>An advance that is used up is repaid as it was shown.</summary>
    public void Repays(AdvancePreview preview)
    {
        if (fork.Ledger.AvailableMinutes > 0)
        {
            fork.Use(fork.Ledger.AvailableMinutes);
        }

        Assert.Equal(preview.ExpiresAt, fork.Policies.StartOf(fork.Subscription.Period.End));
        CrossPaying();
        Assert.Equal(preview.NextGrantMinutes, Granted());
        Assert.Equal(preview.RepaymentMinutes, -Since.Where(entry => entry.Kind == HourEntryKind.AdvanceRepayment).Sum(entry => entry.Minutes));
        Assert.Equal(preview.CarriedMinutes, fork.Ledger.OwedMinutes);
    }

    /// <summary>A change lapses, grants and costs what it was shown to.</summary>
    public void Keeps(ChangePreview preview)
    {
        if (!fork.Subscription.IsPaid)
        {
            return;
        }

        var (end, renews) = (fork.Subscription.Period.End, preview.RenewsOn);
        CrossPaying();
        Assert.Equal(preview.LapsingMinutes, Lapsed(fork.Policies.StartOf(end)));
        Assert.Equal(preview.MinutesAtRenewal, Granted());
        while (fork.Subscription.IsRunning && fork.Subscription.Period.Start < renews && fork.Subscription.Period.End <= renews)
        {
            CrossPaying();
        }

        var renewal = preview.Lines.Single(line => line.Kind == ChangeLineKind.Renewal).Amount;
        Assert.Equal(renewal.IsZero ? null : renewal, fork.Events.Skip(told).OfType<RenewalFellDue>().FirstOrDefault()?.Price);
        if (preview.EffectiveOn == renews)
        {
            Assert.Equal(preview.To, fork.Subscription.Terms);
        }
    }

    /// <summary>A wish lapses, grants and costs what it was shown to.</summary>
    public void Keeps(WishPreview preview, IReadOnlyList<HourEntry> atOnce, SubscriptionId asked)
    {
        var state = fork.Subscription;
        if (state.Id != asked || state.Status == PlanSubscriptionStatus.Canceled)
        {
            Assert.Equal(preview.LapsingMinutes, -atOnce.Where(entry => entry.Kind == HourEntryKind.Expiry).Sum(entry => entry.Minutes));
            Assert.Null(preview.NextPaymentOn);
            return;
        }

        Assert.Equal(preview.MinutesNow, atOnce.Sum(entry => entry.Minutes));
        if (!state.IsRunning || !state.IsPaid)
        {
            return;
        }

        Assert.Equal(preview.NextPaymentOn is { } on ? (on, preview.NextPayment) : null, NextDue(fork.Fork()));
        var end = state.Period.End;
        CrossPaying();
        Assert.Equal(preview.LapsingMinutes == 0 ? null : end, preview.LapsesOn);
        Assert.Equal(preview.LapsingMinutes, Lapsed(fork.Policies.StartOf(end)));

        if (preview.Kind == WishKind.Pause)
        {
            Assert.Equal((PlanSubscriptionStatus.Paused, preview.PaidPeriodsKept), (fork.Subscription.Status, fork.Subscription.PausedPeriods));
        }

        Assert.Equal(preview.MinutesAtRenewal, fork.Subscription.Id == asked ? Granted() : 0);
    }

    /// <summary>The first renewal that falls due of itself; null where none does.</summary>
    private static (LocalDate On, Money Price)? NextDue(HouseLife waiting)
    {
        var told = waiting.Events.Count;
        for (var month = 0; month < 24 && waiting.Subscription.IsRunning && !waiting.Events.Skip(told).OfType<RenewalFellDue>().Any(); month++)
        {
            waiting.MoveTo(waiting.Policies.StartOf(waiting.Subscription.Period.End));
        }

        return waiting.Events.Skip(told).OfType<RenewalFellDue>().FirstOrDefault() is { } due ? (waiting.Policies.DateOf(due.At), due.Price) : null;
    }

    /// <summary>Past the end of the period; a renewal that falls due is paid at once.</summary>
    private void CrossPaying()
    {
        fork.MoveTo(fork.Policies.StartOf(fork.Subscription.Period.End));
        if (fork.Subscription is { IsRunning: true, IsPaid: false })
        {
            fork.Pay();
        }
    }

    private int Granted() => Since.Where(entry => entry.At >= fork.Policies.StartOf(fork.Subscription.Period.Start)
        && entry.Kind is HourEntryKind.Grant or HourEntryKind.Loyalty).Sum(entry => entry.Minutes);

    private int Lapsed(Instant end) =>
        -Since.Where(entry => entry.At <= end && entry.Kind == HourEntryKind.Expiry).Sum(entry => entry.Minutes)
        - Since.Where(entry => entry.At == end && entry.Kind == HourEntryKind.Rollover).Sum(entry => entry.Minutes);
}
