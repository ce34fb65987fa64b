using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>A customer's word that it has paid a plan's next term (FLU-21).</summary>
/// <param name="Amount">What it says that it paid.</param>
/// <param name="ToldAt">When it said so.</param>
/// <param name="StandsUntil">Until when its word stands if nobody looks for the money, exclusive.</param>
/// <param name="DecidedAt">When staff had looked for it; null while nobody has.</param>
public sealed record PaymentClaim(Money Amount, Instant ToldAt, Instant StandsUntil, Instant? DecidedAt)
{
    /// <summary>From when on it counts no more.</summary>
    public Instant EndsAt => DecidedAt is { } decided && decided < StandsUntil ? decided : StandsUntil;

    /// <summary>Until when a word stands: past the time by which the house said that it would have looked, for as long as its handbook says.</summary>
    /// <param name="answerBy">By when the house said so.</param>
    /// <param name="policy">How the house has it.</param>
    /// <param name="calendar">The house's business days.</param>
    public static Instant StandsFor(Instant answerBy, RenewalPolicy policy, BusinessCalendar calendar) =>
        policy.NoticeHoldBusinessDays == 0 ? answerBy : calendar.AddBusinessDays(answerBy, policy.NoticeHoldBusinessDays);
}
