using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;

namespace Storefront.Tests.Domain.Subscriptions.Model;

/// <summary>Lives a life twice, by the rules and by the model, and compares them after every step.</summary>
internal sealed class Comparison
{
    private readonly NaiveRules rules;
    private readonly Life life;
    private readonly NaiveHouse naive;
    private readonly HouseLife real;
    private readonly DateTimeZone zone;

    public Comparison(Handbook house, NaiveRules rules, Life life)
    {
        (this.rules, this.life, zone) = (rules, life, house.Zone);
        var first = rules.Plans[life.Plan % rules.Plans.Length];
        naive = new NaiveHouse(rules, life.Day, first).Begin();
        real = HouseLife.Buy(house, first.Key, Interval(first), At(life.Day, 12));
    }

    public bool Run()
    {
        var day = life.Day;
        Compare(null);
        foreach (var step in life.Steps)
        {
            var until = day.PlusDays(step.Days);
            for (; day < until; day = day.PlusDays(1))
            {
                naive.LiveUntil(day.PlusDays(1));
                PayWhatIsDue(day.PlusDays(1), step);
            }

            real.MoveTo(At(day, step.Hour));
            Compare(step);
            Do(step);
            Compare(step);
        }

        Evenings();
        NothingTwice();
        return true;
    }

    private void PayWhatIsDue(LocalDate day, LifeStep step)
    {
        if (life.Pays && naive.Asks && !naive.Awaits)
        {
            real.MoveTo(At(day, Math.Min(step.Hour, 6)));
            real.Pay();
            naive.Pay();
        }
    }

    private void Do(LifeStep step)
    {
        switch (step.Act)
        {
            case LifeAct.Pay when naive.Asks || (naive.Paused && naive.PaidUntil <= naive.PeriodEnd):
                real.Pay();
                naive.Pay();
                break;
            case LifeAct.FailToPay:
                real.FailToPay();
                naive.FailToPay();
                break;
            case LifeAct.Use:
                Assert.Equal(naive.Use(step.Minutes), real.Use(step.Minutes));
                break;
            case LifeAct.TakeBack when naive.Uses > 0:
                Assert.Equal(naive.TakeBack(step.Pick % naive.Uses), real.TakeBack(step.Pick % naive.Uses));
                break;
            case LifeAct.Correct:
                var minutes = step.Pick % 2 == 0 ? step.Minutes : -step.Minutes;
                Assert.Equal(naive.Correct(minutes), real.Correct(minutes));
                break;
            case LifeAct.Advance:
                Advance(step.Minutes);
                break;
            case LifeAct.Change or LifeAct.ChangeForAWhile when !naive.Free && !naive.PaidAhead:
                Change(step);
                break;
            case LifeAct.Pause:
                Wish(WishKind.Pause, naive.Pause);
                break;
            case LifeAct.Resume:
                Wish(WishKind.Resume, naive.Resume);
                break;
            case LifeAct.Cancel:
                Wish(WishKind.Cancel, naive.Cancel);
                break;
            case LifeAct.Keep:
                Wish(WishKind.Keep, naive.Keep);
                break;
            case LifeAct.DropChange:
                Wish(WishKind.DropChange, naive.DropChange);
                break;
            case LifeAct.Buy when naive.Over || (naive is { Runs: true, Free: true } && step.Pick % rules.Plans.Length > 0):
                var plan = rules.Plans[step.Pick % rules.Plans.Length];
                real.Buy(plan.Key, Interval(plan));
                naive.Buy(plan);
                break;
            case LifeAct.Record when rules.Base is not null:
                Record(step);
                break;
            default:
                break;
        }
    }

    private void Record(LifeStep step)
    {
        var month = new LocalDate(naive.Today.Year, naive.Today.Month, 1).PlusMonths(-(step.Pick % 4));
        var amount = (step.Minutes * 300) + (step.Pick / 100m);
        Assert.Equal(naive.Record(month, amount, step.Pick % 9 > 0), real.Record(month, amount, step.Pick % 9 > 0));
    }

    private void Advance(int minutes)
    {
        var preview = real.PreviewAdvance(minutes);
        Assert.Equal(naive.Advance(minutes), preview.Refusal?.Code);
        if (preview.IsRefused)
        {
            return;
        }

        real.Advance(minutes);
        Assert.Equal(preview.Value.AvailableMinutes, real.Ledger.AvailableMinutes);
        Futures.Of(real).Repays(preview.Value);
    }

    private void Wish(WishKind kind, Func<string?> wish)
    {
        var (before, state) = (real.Entries.Count, real.Subscription);
        var preview = real.PreviewWish(kind);
        Assert.Equal(wish(), preview.Refusal?.Code);
        if (preview.IsRefused)
        {
            return;
        }

        real.Wish(kind);
        Futures.Of(real).Keeps(preview.Value, real.Entries[before..], state.Id);
    }

    private void Change(LifeStep step)
    {
        var key = rules.Plans[step.Pick % rules.Plans.Length].Key;
        var months = step.Pick / 10 % 2 == 0 ? 1 : 12;
        var temporary = step.Act == LifeAct.ChangeForAWhile;
        var preview = real.PreviewChange(key, months == 1 ? BillingInterval.Month : BillingInterval.Year, temporary);
        var expected = naive.Change(rules.Find(key, months), temporary);
        Assert.Equal(expected.No, preview.Refusal?.Code);
        if (preview.Refusal is CommittedUntil committed)
        {
            Assert.Equal(expected.On, committed.Date);
        }

        if (preview.IsRefused)
        {
            return;
        }

        var shown = preview.Value;
        var adjusted = shown.Lines.Where(line => line.Kind == ChangeLineKind.Adjustment).ToList();
        Assert.Equal(
            expected,
            new NaiveChange(
                null,
                shown.ActsAtOnce,
                shown.EffectiveOn,
                shown.MinutesNow,
                shown.MinutesAtRenewal,
                adjusted.Sum(line => line.Amount.MinorUnits),
                adjusted.Count == 0 ? naive.TermEnd : adjusted[0].BilledOn,
                shown.Lines.Single(line => line.Kind == ChangeLineKind.Renewal).Amount.MinorUnits));
        var before = real.Ledger.Balance;
        real.Change(shown);
        Assert.Equal(before + shown.MinutesNow, real.Ledger.Balance);
        Futures.Of(real).Keeps(shown);
    }

    private void Compare(LifeStep? step)
    {
        var state = real.Subscription;
        Assert.Equal(real.Ledger.OpenLots.Sum(lot => lot.RemainingMinutes), real.Ledger.Balance);
        Assert.Equal(real.Entries.Sum(entry => entry.Minutes), real.Ledger.Balance);
        var (expected, got) = (Tell(), Told(state));
        Assert.True(expected == got, $"On {naive.Today:R}, {step}:\nexpected {expected}\n but was {got}");
    }

    private string Tell() => naive.Over
        ? $"over, {naive.Balance} left, {naive.Owed} owed"
        : $"{(naive.Awaits ? "awaits" : naive.Paused ? "paused" : naive.PastDue ? "past due" : "active")}, {naive.Balance} left, {naive.Owed} owed, "
        + $"{naive.Plan.Key}/{naive.Plan.Months} paid until {naive.PaidUntil:R}, then {naive.Scheduled?.To.Key}/{naive.Scheduled?.To.Months} on {naive.Scheduled?.On:R}"
        + (naive.Runs ? $", period {naive.PeriodStart:R} to {naive.PeriodEnd:R}, term to {naive.TermEnd:R}" : "")
        + $", due {naive.Due.Count} {naive.Due.LastOrDefault().Price}";

    private string Told(SubscriptionState state)
    {
        var status = state.Status switch
        {
            PlanSubscriptionStatus.AwaitingPayment => "awaits",
            PlanSubscriptionStatus.Paused => "paused",
            PlanSubscriptionStatus.PastDue => "past due",
            PlanSubscriptionStatus.Active => "active",
            PlanSubscriptionStatus.Canceled => "over",
        };
        var hours = $"{real.Ledger.Balance} left, {real.Ledger.OwedMinutes} owed";
        var due = real.Events.OfType<RenewalFellDue>().ToList();
        return state.Status == PlanSubscriptionStatus.Canceled
            ? $"{status}, {hours}"
            : $"{status}, {hours}, {state.Terms.PlanKey}/{Months(state.Terms)} paid until {state.PaidThrough:R}, "
            + $"then {state.Scheduled?.To.PlanKey}/{(state.Scheduled is { } change ? Months(change.To) : null)} on {state.Scheduled?.On:R}"
            + (state.IsRunning ? $", period {state.Period.Start:R} to {state.Period.End:R}, term to {state.Term.End:R}" : "")
            + $", due {due.Count} {(due.Count == 0 ? 0 : due[^1].Price.MinorUnits)}";
    }

    /// <summary>The balance of any past day is what it was then.</summary>
    private void Evenings()
    {
        foreach (var (day, left) in naive.Evenings)
        {
            Assert.Equal(left, HourHistory.BalanceAt(real.Entries, zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.Epsilon));
        }

        Assert.Equal(naive.Due, real.Events.OfType<RenewalFellDue>().Select(due => (due.At.InZone(zone).Date, due.Price.MinorUnits)));
    }

    private void NothingTwice()
    {
        var entries = real.Entries;
        var sum = 0;
        Assert.All(entries, entry => Assert.True((sum += entry.Minutes) == entry.BalanceAfter && sum >= 0));
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.True(pair.First.At <= pair.Second.At && pair.First.Sequence + 1 == pair.Second.Sequence));
        Assert.Equal(entries.Count, entries.Select(entry => entry.IdempotencyKey).Distinct().Count());
        var lots = entries.SelectMany(entry => entry.Lots.Select(moved => (entry, moved))).GroupBy(pair => pair.moved.LotId).ToList();
        Assert.All(lots, lot =>
        {
            Assert.True(lot.Sum(pair => pair.moved.Minutes) >= 0);
            Assert.InRange(lot.Count(pair => pair.entry.Kind == HourEntryKind.Expiry), 0, 1);

            // A lot that lapsed is empty, and nothing moves in it afterwards.
            if (lot.Last().entry.Kind == HourEntryKind.Expiry)
            {
                Assert.Equal(0, lot.Sum(pair => pair.moved.Minutes));
            }
            else
            {
                Assert.DoesNotContain(lot, pair => pair.entry.Kind == HourEntryKind.Expiry);
            }
        });
    }

    private Instant At(LocalDate day, int hour) => day.At(new LocalTime(hour, 0)).InZoneLeniently(zone).ToInstant();

    private static int Months(PlanTerms terms) => terms.Interval == BillingInterval.Year ? 12 : 1;

    private static BillingInterval Interval(NaivePlan plan) => plan.Months == 12 ? BillingInterval.Year : BillingInterval.Month;
}
