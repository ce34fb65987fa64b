using NodaTime;
using Storefront.Features.Subscriptions;

namespace Storefront.Features.Tickets;

/// <summary>When the hours of the next month begin, for work that is put off until then (FLU-17).</summary>
public static class NextPeriod
{
    /// <summary>The start of the period that follows the running one; null when none does, as far as is known now.</summary>
    public static Instant? StartOf(CurrentSubscription? subscription) =>
        subscription is { State: { IsRunning: true, PauseRequested: false } state, Policies: var policies }
        && !(state.EndsOn(policies) <= state.Period.End)
            ? policies.StartOf(state.Period.End)
            : null;
}
