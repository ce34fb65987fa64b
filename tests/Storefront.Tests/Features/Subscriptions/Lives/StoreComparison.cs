using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Tests.Domain.Subscriptions.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Subscriptions.Lives;

/// <summary>Lives a life in the store and in the model, and compares them after every step.</summary>
internal sealed class StoreComparison(StoreLife real, NaiveRules rules, Life life)
{
    private const int MostDays = 45;

    private static readonly LocalDate First = TestStore.Start.InUtc().Date;

    private readonly NaivePlan first = rules.Plans[life.Plan % rules.Plans.Length];
    private NaiveHouse naive = null!;
    private long gross;
    private int roundings;

    public async Task RunAsync()
    {
        naive = new NaiveHouse(rules, First, rules.Base ?? first).Begin();
        if (rules.Base is null || first.Price > 0)
        {
            await BuyAsync(first);
        }

        var day = First;
        foreach (var step in life.Steps)
        {
            var until = day.PlusDays(Math.Min(step.Days, MostDays));
            for (; day < until; day = day.PlusDays(1))
            {
                naive.LiveUntil(day.PlusDays(1));
                if (naive.Asks && (life.Pays || real.IsBilled))
                {
                    await real.MoveToAsync(day.PlusDays(1));
                    await PayAsync();
                }
            }

            await real.MoveToAsync(day);
            await CompareAsync(step);
            await DoAsync(step);
            await CompareAsync(step);
        }

        if (real.IsBilled)
        {
            Assert.InRange(await real.ChargedAsync(), gross - roundings, gross + roundings);
        }
    }

    private async Task DoAsync(LifeStep step)
    {
        switch (step.Act)
        {
            case LifeAct.Pay when naive.Asks && !real.IsBilled:
                await PayAsync();
                break;
            case LifeAct.Use:
                Assert.Equal(naive.Use(step.Minutes), await real.UseAsync(step.Minutes));
                break;
            case LifeAct.TakeBack when naive.Uses > 0:
                Assert.Equal(naive.TakeBack(step.Pick % naive.Uses), await real.TakeBackAsync(step.Pick % naive.Uses));
                break;
            case LifeAct.Correct:
                var minutes = step.Pick % 2 == 0 ? step.Minutes : -step.Minutes;
                Assert.Equal(naive.Correct(minutes), await real.CorrectAsync(minutes));
                break;
            case LifeAct.Advance when !naive.Over:
                Assert.Equal(naive.Advance(step.Minutes), await real.AdvanceAsync(step.Minutes));
                break;
            case LifeAct.Change or LifeAct.ChangeForAWhile when naive is { Over: false, Free: false, PaidAhead: false } && (naive.Paid || naive.PastDue):
                await ChangeAsync(step);
                break;
            case LifeAct.Pause:
                await WishAsync(WishKind.Pause, naive.Pause);
                break;
            case LifeAct.Resume:
                await WishAsync(WishKind.Resume, naive.Resume);
                break;
            case LifeAct.Cancel when !naive.Free:
                await WishAsync(WishKind.Cancel, naive.Cancel);
                break;
            case LifeAct.Keep:
                await WishAsync(WishKind.Keep, naive.Keep);
                break;
            case LifeAct.DropChange:
                await WishAsync(WishKind.DropChange, naive.DropChange);
                break;
            case LifeAct.Buy when naive.Over || (naive is { Runs: true, Free: true } && step.Pick % rules.Plans.Length > 0):
                await BuyAsync(rules.Plans[step.Pick % rules.Plans.Length]);
                break;
            case LifeAct.Record when rules.Base is not null:
                var month = new LocalDate(naive.Today.Year, naive.Today.Month, 1).PlusMonths(-(step.Pick % 4));
                var amount = (step.Minutes * 300) + (step.Pick / 100m);
                Assert.Equal(naive.Record(month, amount, step.Pick % 9 > 0), await real.RecordAsync(month, amount, step.Pick % 9 > 0));
                break;
            default:
                break;
        }
    }

    private async Task BuyAsync(NaivePlan plan)
    {
        await real.BuyAsync(plan.Key, Interval(plan.Months));
        if (naive.Over || naive.Free || rules.Base is not null)
        {
            naive.Buy(plan);
        }

        gross += Gross(plan.Price);
    }

    private async Task PayAsync()
    {
        await real.PayAsync();
        gross += Gross(naive.Plan.Price);
        naive.Pay();
    }

    private async Task WishAsync(WishKind kind, Func<string?> wish)
    {
        Assert.Equal(wish(), await real.WishAsync(kind));

        // A pause that ends with nothing left is charged at once.
        if (kind == WishKind.Resume && naive.Awaits && real.IsBilled)
        {
            await PayAsync();
        }
    }

    private async Task ChangeAsync(LifeStep step)
    {
        var key = rules.Plans[step.Pick % rules.Plans.Length].Key;
        var months = step.Pick / 10 % 2 == 0 ? 1 : 12;
        var temporary = step.Act == LifeAct.ChangeForAWhile;
        var preview = await real.PreviewAsync(key, Interval(months), temporary);

        // Nobody can be asked for money at once where nobody bills.
        if (!preview.IsRefused && !preview.Value.Preview.MoneyNow.Total.IsZero && !real.IsBilled)
        {
            return;
        }

        var expected = naive.Change(rules.Find(key, months), temporary);
        Assert.Equal(expected.No, preview.Refusal?.Code);
        if (preview.IsRefused)
        {
            return;
        }

        Assert.Equal(
            (expected.On, expected.Minutes, expected.NextMinutes),
            (preview.Value.Preview.EffectiveOn, preview.Value.Preview.MinutesNow, preview.Value.Preview.MinutesAtRenewal));
        await real.ConfirmAsync(preview.Value);
        gross += Gross(expected.Money);
        roundings++;
    }

    private async Task CompareAsync(LifeStep step)
    {
        var row = await real.CurrentAsync();
        var (balance, owed) = await real.BalanceAsync();
        var expected = naive.Over
            ? $"over, {naive.Balance} left"
            : $"{(naive.Awaits ? "AwaitingPayment" : naive.Paused ? "Paused" : naive.PastDue ? "PastDue" : "Active")}, {naive.Balance} left, {naive.Owed} owed, "
            + $"{naive.Plan.Key}, paid until {naive.PaidUntil:R}, then {naive.Scheduled?.To.Key} on {naive.Scheduled?.On:R}";
        var got = row is null
            ? $"over, {balance} left"
            : $"{row.Status}, {balance} left, {owed} owed, {row.PlanKey}, paid until {row.PaidThrough:R}, then {row.Scheduled?.To.PlanKey} on {row.Scheduled?.On:R}";
        Assert.True(expected == got, $"On {naive.Today:R}, {step}:\nexpected {expected}\n but was {got}");
    }

    private long Gross(long net) => net + (((net * (rules.Base is null ? 19 : 22)) + 50) / 100);

    private static BillingInterval Interval(int months) => months == 12 ? BillingInterval.Year : BillingInterval.Month;
}
