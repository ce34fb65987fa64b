using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Store.DueWork;

/// <summary>The sandbox's clock was to be moved back.</summary>
/// <param name="Now">What it shows.</param>
public sealed record ClockMovesForward(Instant Now) : Refusal
{
    public override string Code => "CLOCK_MOVES_FORWARD";
}
