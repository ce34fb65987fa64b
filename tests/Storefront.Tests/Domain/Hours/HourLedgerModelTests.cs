using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Storefront.Domain.Hours;
using static Storefront.Tests.Domain.Hours.HourRules;

namespace Storefront.Tests.Domain.Hours;

/// <summary>Random lives of a ledger against a model that counts every minute by itself.</summary>
public class HourLedgerModelTests
{
    private const int GrantMinutes = 60;

    [Fact]
    public void COM_02_The_ledger_agrees_with_counting_minute_by_minute() =>
        Prop.ForAll(Steps().ToArbitrary(), Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static bool Agrees(Step[] steps)
    {
        var book = new LedgerBook(Flunt);
        var model = new MinuteModel();
        var period = 0;
        book.Grant(GrantMinutes, End(-1), End(0));
        model.Grant(GrantMinutes, period);
        foreach (var step in steps)
        {
            var now = End(period) - Duration.FromHours(1);
            Apply(step, book, model, ref period, now);
            Invariants(book);
            Assert.Equal(model.Balance, book.Ledger.Balance);
            Assert.Equal(model.Owed, book.Ledger.OwedMinutes);
        }

        return true;
    }

    private static void Apply(Step step, LedgerBook book, MinuteModel model, ref int period, Instant now)
    {
        switch (step.Kind)
        {
            case StepKind.Use:
                var use = book.TryUse(step.Minutes, now);
                Assert.Equal(model.Use(step.Minutes), !use.IsRefused);
                if (use.TryGet(out var used, out var refusal))
                {
                    book.Post(used);
                }
                else
                {
                    Assert.Equal(new NotEnoughHours(step.Minutes - model.Balance, model.Balance), refusal);
                }

                break;
            case StepKind.Upgrade:
                book.Upgrade(step.Minutes, now, End(period));
                model.Add(LotSource.Upgrade, step.Minutes, period);
                break;
            case StepKind.Correct:
                book.Correct(step.Minutes, now, End(period));
                model.Add(LotSource.Correction, step.Minutes, period);
                break;
            case StepKind.Advance:
                var advance = book.TryAdvance(step.Minutes, now, End(period), GrantMinutes);
                Assert.Equal(model.Advance(step.Minutes, GrantMinutes / 2, period), !advance.IsRefused);
                if (!advance.IsRefused)
                {
                    book.Post(advance.Value);
                }

                break;
            case StepKind.ReverseLast:
                if (book.Entries.LastOrDefault(entry => entry.Kind == HourEntryKind.Use) is { } last
                    && !book.Ledger.Keys.Contains(HourKeys.Reversal(last.Id)))
                {
                    book.Reverse(last, now, End(period));
                    model.ReverseLastUse(period);
                }

                break;
            case StepKind.EndPeriod:
                book.Close(End(period), End(period + 1)).Grant(GrantMinutes, End(period), End(period + 1));
                model.EndPeriod(period);
                period++;
                model.Grant(GrantMinutes, period);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private static void Invariants(LedgerBook book)
    {
        Assert.Equal(book.Entries.Sum(entry => entry.Minutes), book.Ledger.Balance);
        Assert.Equal(book.Ledger.OpenLots.Sum(lot => lot.RemainingMinutes), book.Ledger.Balance);
        Assert.All(book.Entries, entry => Assert.True(entry.BalanceAfter >= 0 && entry.Minutes == entry.Lots.Sum(lot => lot.Minutes)));
        Assert.All(book.Ledger.Lots, lot => Assert.InRange(lot.RemainingMinutes, 0, lot.Minutes));
        Assert.Equal(book.Entries.Count, book.Entries.Select(entry => entry.IdempotencyKey).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, book.Entries.Count).Select(number => (long)number), book.Entries.Select(entry => entry.Sequence));
    }

    private static Instant End(int period) => December + Duration.FromDays(30 * period);

    private static Gen<Step[]> Steps() => Gen.ArrayOf(
        from kind in Gen.Frequency(
            (6, Gen.Constant(StepKind.Use)),
            (1, Gen.Constant(StepKind.Upgrade)),
            (1, Gen.Constant(StepKind.Correct)),
            (2, Gen.Constant(StepKind.Advance)),
            (2, Gen.Constant(StepKind.ReverseLast)),
            (3, Gen.Constant(StepKind.EndPeriod)))
        from minutes in Gen.Choose(1, 40)
        select new Step(kind, minutes));

    private enum StepKind
    {
        Use,
        Upgrade,
        Correct,
        Advance,
        ReverseLast,
        EndPeriod,
    }

    private sealed record Step(StepKind Kind, int Minutes);
}
