using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>What a pause, its end or the end of the subscription would do.</summary>
/// <param name="ActsAtOnce">Whether it acts now; otherwise on a day to come, and can be taken back until then.</param>
/// <param name="ActsOn">The first day on which it holds.</param>
/// <param name="AvailableMinutes">Minutes that can be used now.</param>
/// <param name="LapsingMinutes">How many of them lapse at once.</param>
/// <param name="Charged">Net price of the term that begins by it and has to be paid; null when none does.</param>
public sealed record WishPreview(bool ActsAtOnce, LocalDate ActsOn, int AvailableMinutes, int LapsingMinutes, Money? Charged)
{
    /// <summary>What the wish would do in this situation, by the same rule that does it; or why it cannot be.</summary>
    internal static Result<WishPreview> Of(SubscriptionChange wish, ChangeSituation situation) => wish.Apply(situation).Map(done =>
    {
        var (before, after) = (situation.Subscription, done.Subscription);
        var actsAtOnce = after.Status != before.Status || wish is Resumption;
        var actsOn = (actsAtOnce, wish) switch
        {
            (true, _) => situation.Policies.DateOf(situation.Now),
            (_, Cancellation) => before.CancellationDate(situation.Policies.Changes),
            _ => before.Period.End,
        };
        var available = situation.Ledger.AvailableMinutes;
        return new WishPreview(
            actsAtOnce,
            actsOn,
            available,
            Math.Max(0, available - done.Ledger.AvailableMinutes),
            after.Status == PlanSubscriptionStatus.AwaitingPayment ? after.Terms.Price : null);
    });
}
