using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>The need asked about is below nothing or beyond what a month can hold.</summary>
/// <param name="LeastMinutes">The least that is accepted.</param>
/// <param name="MostMinutes">The most that is accepted, inclusive.</param>
public sealed record AbsurdNeed(int LeastMinutes, int MostMinutes) : Refusal
{
    public override string Code => "ABSURD_NEED";
}
