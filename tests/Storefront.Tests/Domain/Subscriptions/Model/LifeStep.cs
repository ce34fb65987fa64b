using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Storefront.Tests.Domain.Subscriptions.Model;

/// <summary>What can happen in a life.</summary>
internal enum LifeAct
{
    Nothing,
    Pay,
    FailToPay,
    Use,
    TakeBack,
    Correct,
    Advance,
    Change,
    ChangeForAWhile,
    Pause,
    Resume,
    Cancel,
    Keep,
    DropChange,
    Buy,
    Record,
}

/// <summary>Days pass, then something happens at an hour.</summary>
internal sealed record LifeStep(int Days, int Hour, LifeAct Act, int Minutes, int Pick);

/// <summary>A life: bought on a day, and what came of it.</summary>
/// <param name="Start">Days after the first of 2026.</param>
/// <param name="Plan">Which of the plans.</param>
/// <param name="Pays">Whether every renewal is paid some hours after it fell due.</param>
/// <param name="Steps">In order.</param>
internal sealed record Life(int Start, int Plan, bool Pays, LifeStep[] Steps)
{
    private const int MostSteps = 30;

    public LocalDate Day => new LocalDate(2026, 1, 1).PlusDays(Start);

    /// <summary>Lives of every kind, which shrink to fewer steps, shorter waits and less work.</summary>
    public static Arbitrary<Life> Any { get; } = Arb.From(
        from start in Gen.Choose(0, 1500)
        from plan in Gen.Choose(0, 7)
        from pays in Gen.Frequency((2, Gen.Constant(true)), (1, Gen.Constant(false)))
        from count in Gen.Choose(1, MostSteps)
        from steps in (
            from days in Gen.Frequency(
                (3, Gen.Choose(0, 3)), (3, Gen.Choose(4, 20)), (2, Gen.Choose(21, 45)), (1, Gen.Elements(60, 92, 366)))
            from hour in Gen.Choose(0, 23)
            from act in Gen.Frequency(Weights.Select(weight => (weight.Often, Gen.Constant(weight.Act))).ToArray())
            from minutes in Gen.Choose(1, 1500)
            from pick in Gen.Choose(0, 999)
            select new LifeStep(days, hour, act, minutes, pick)).ArrayOf(count)
        select new Life(start, plan, pays, steps),
        Shrink);

    private static (int Often, LifeAct Act)[] Weights =>
    [
        (2, LifeAct.Nothing), (5, LifeAct.Pay), (1, LifeAct.FailToPay), (8, LifeAct.Use), (2, LifeAct.TakeBack), (2, LifeAct.Correct),
        (4, LifeAct.Advance), (6, LifeAct.Change), (3, LifeAct.ChangeForAWhile), (2, LifeAct.Pause), (3, LifeAct.Resume), (1, LifeAct.Cancel),
        (1, LifeAct.Keep), (1, LifeAct.DropChange), (3, LifeAct.Buy), (4, LifeAct.Record),
    ];

    public override string ToString() =>
        $"Bought on {Day:R} plan {Plan}, {(Pays ? "paying" : "not paying by itself")}:\n  {string.Join("\n  ", Steps.Select(step => step.ToString()))}";

    private static IEnumerable<Life> Shrink(Life life)
    {
        for (var size = life.Steps.Length / 2; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= life.Steps.Length; from += size)
            {
                yield return life with { Steps = [.. life.Steps[..from], .. life.Steps[(from + size)..]] };

                // What was left out still takes its time.
                if (from + size < life.Steps.Length)
                {
                    var next = life.Steps[from + size];
                    var days = next.Days + life.Steps[from..(from + size)].Sum(step => step.Days);
                    yield return life with { Steps = [.. life.Steps[..from], next with { Days = days }, .. life.Steps[(from + size + 1)..]] };
                }
            }
        }

        for (var index = 0; index < life.Steps.Length; index++)
        {
            var step = life.Steps[index];
            foreach (var less in new[]
            {
                step with { Days = step.Days / 2 }, step with { Days = Math.Max(0, step.Days - 1) }, step with { Minutes = (step.Minutes + 1) / 2 }, step with { Hour = 12 },
            })
            {
                if (less != step)
                {
                    yield return life with { Steps = [.. life.Steps[..index], less, .. life.Steps[(index + 1)..]] };
                }
            }
        }
    }
}
