using NodaTime;

namespace Storefront.Domain.Subscriptions;

/// <summary>A plan that was earned for one billing period (FEN-02).</summary>
/// <param name="Terms">The plan, at its list price, from which an upgrade costs the difference.</param>
/// <param name="On">The first day of the period.</param>
public sealed record EarnedPlan(PlanTerms Terms, LocalDate On);
