using System.Collections.Immutable;

namespace Storefront.Domain.Subscriptions;

/// <summary>How a plan goes on that nobody charges by itself: asked for ahead, reminded of, and at rest while it is not paid (FLU-21).</summary>
/// <param name="OrderDaysBefore">Days before the next paid term in which its order is sent, 1 to 27: within the shortest term.</param>
/// <param name="Reminders">Days after the term's first on which who has not paid is reminded, before it negative; each once, in order.</param>
/// <param name="PauseDaysAfter">Days after the term's first after which an unpaid plan rests, 1 to 27, no fewer than the days of grace.</param>
public sealed record RenewalPolicy(int OrderDaysBefore, ImmutableArray<int> Reminders, int PauseDaysAfter)
{
    /// <summary>The most days before or after: every month has more.</summary>
    public const int MostDays = 27;

    /// <summary>The most business days for which a payment that nobody has looked for puts off a pause.</summary>
    public const int MostHoldDays = 10;

    /// <summary>Business days beyond the stated confirmation time for which a payment that was told of in time puts off the pause, from 0.</summary>
    public int NoticeHoldBusinessDays { get; init; }
}
