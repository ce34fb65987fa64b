using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans.Rates;

/// <summary>The rate card that a house begins with, and the range that it publishes (ALF-02).</summary>
/// <param name="Card">The rates until staff change them.</param>
/// <param name="UsuallyFrom">The low end of the published range, which tells and does not clamp; null for none.</param>
/// <param name="UsuallyTo">Its high end.</param>
public sealed record RateCardPolicy(RateCard Card, Money? UsuallyFrom, Money? UsuallyTo);
