using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>
/// A pause put off because the customer says that it has paid and staff have not looked yet (FLU-21). What is confirmed meanwhile pays the
/// term as if it had come in time.
/// </summary>
/// <param name="DueOn">The first day of the term that is not paid.</param>
/// <param name="Until">From when on the plan rests if it is not paid by then.</param>
public sealed record PauseHold(LocalDate DueOn, Instant Until)
{
    /// <summary>How far a pause is put off; null where it is not.</summary>
    /// <remarks>
    /// Only what was told before the pause fell due counts, and only while it comes to all that is left: so nobody puts it off by a part, nor by
    /// telling again and again.
    /// </remarks>
    /// <param name="dueOn">The first day of the term that is not paid.</param>
    /// <param name="left">What is left to be paid of it.</param>
    /// <param name="claims">What was told of it, whatever became of it.</param>
    /// <param name="policies">What the plan was sold under.</param>
    public static PauseHold? Of(LocalDate dueOn, Money left, IReadOnlyCollection<PaymentClaim> claims, SubscriptionPolicies policies)
    {
        if (policies.Renewal is not { } renewal)
        {
            return null;
        }

        var pause = policies.StartOf(dueOn.PlusDays(renewal.PauseDaysAfter));
        var until = pause;
        while (true)
        {
            var standing = claims.Where(claim => claim.ToldAt < pause && claim.EndsAt > until).ToList();
            if (standing.Count == 0 || Money.Sum(standing.Select(claim => claim.Amount), left.Currency) < left)
            {
                return until > pause ? new PauseHold(dueOn, until) : null;
            }

            until = standing.Min(claim => claim.EndsAt);
        }
    }
}
