using NodaTime;

namespace Storefront.Tests.Domain.Subscriptions.Model;

/// <summary>A plan as a price list has it.</summary>
/// <param name="Key">The plan.</param>
/// <param name="Rank">Higher is more.</param>
/// <param name="Minutes">Of a month.</param>
/// <param name="Months">1 or 12, which are paid together.</param>
/// <param name="Price">Of all of them, net, in minor units.</param>
internal sealed record NaivePlan(string Key, int Rank, int Minutes, int Months, long Price);

/// <summary>A house as its page tells it.</summary>
/// <param name="Rollover">Percent of the unused.</param>
/// <param name="Advance">Percent of the next grant.</param>
/// <param name="Grace">Days.</param>
/// <param name="WholeDifference">Whether an upgrade costs and brings the whole difference at once, and not shares of days.</param>
/// <param name="Contract">Months.</param>
/// <param name="ForAWhile">Whether pauses and upgrades for a while are offered.</param>
/// <param name="Bills">Whether work beyond the hours is billed and not refused.</param>
/// <param name="Base">The plan that everybody has; null for none.</param>
/// <param name="Plans">What is sold.</param>
internal sealed record NaiveRules(
    int Rollover, int Advance, int Grace, bool WholeDifference, int Contract, bool ForAWhile, bool Bills, NaivePlan? Base, NaivePlan[] Plans)
{
    public static NaiveRules Flunt { get; } = new(
        30,
        50,
        3,
        WholeDifference: false,
        0,
        ForAWhile: true,
        Bills: false,
        null,
        [
            new("essential", 1, 600, 1, 300_000), new("business", 2, 1200, 1, 560_000),
            new("growth", 3, 2400, 1, 1_040_000), new("enterprise", 4, 3600, 1, 1_440_000),
            new("essential", 1, 600, 12, 3_240_000), new("business", 2, 1200, 12, 6_048_000),
            new("growth", 3, 2400, 12, 11_232_000), new("enterprise", 4, 3600, 12, 15_552_000),
        ]);

    public static NaiveRules Fenicio { get; } = new(
        0,
        0,
        0,
        WholeDifference: true,
        12,
        ForAWhile: false,
        Bills: true,
        new NaivePlan("basico", 1, 60, 1, 0),
        [
            new("basico", 1, 60, 1, 0), new("silver", 2, 300, 1, 1_190_000),
            new("gold", 3, 600, 1, 2_190_000), new("platinum", 4, 1200, 1, 3_990_000),
        ]);

    public NaivePlan? Find(string key, int months) => Plans.FirstOrDefault(plan => plan.Key == key && plan.Months == months);
}

/// <summary>What a change comes to, or why it cannot be.</summary>
internal sealed record NaiveChange(
    string? No,
    bool Now = false,
    LocalDate On = default,
    int Minutes = 0,
    int NextMinutes = 0,
    long Money = 0,
    LocalDate MoneyOn = default,
    long Renewal = 0);
