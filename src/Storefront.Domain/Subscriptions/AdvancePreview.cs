using NodaTime;

namespace Storefront.Domain.Subscriptions;

/// <summary>What bringing hours forward would do (FLU-08).</summary>
/// <param name="Minutes">What is brought forward.</param>
/// <param name="AvailableMinutes">What could be used then.</param>
/// <param name="LimitMinutes">The most that can be brought forward in all.</param>
/// <param name="LeftMinutes">What could still be brought forward after it.</param>
/// <param name="ExpiresAt">Until when they can be used, exclusive; what is not used is not owed.</param>
/// <param name="NextGrantMinutes">What the next period grants.</param>
/// <param name="RepaymentMinutes">What is taken from that grant if all of them are used, earlier ones included.</param>
/// <param name="CarriedMinutes">What the grants after it would have to repay besides.</param>
/// <param name="Postponed">The downgrade that would wait for it, with its new day; null when none does.</param>
public sealed record AdvancePreview(
    int Minutes,
    int AvailableMinutes,
    int LimitMinutes,
    int LeftMinutes,
    Instant ExpiresAt,
    int NextGrantMinutes,
    int RepaymentMinutes,
    int CarriedMinutes,
    ScheduledChange? Postponed);
