using NodaTime;

namespace Storefront.Domain.Subscriptions;

/// <summary>A change that waits for a paid term to begin (FLU-07).</summary>
/// <param name="To">What will be in force.</param>
/// <param name="On">The first day of that term.</param>
public sealed record ScheduledChange(PlanTerms To, LocalDate On);
