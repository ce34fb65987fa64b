using NodaTime;
using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Shared;

namespace Storefront.Features.Hours.Loyalty;

/// <summary>A stored <see cref="CommissionMonth"/>. Months are recorded once and in their order (FEN-02).</summary>
public sealed class CommissionMonthRow
{
    public required AccountId AccountId { get; init; }

    /// <summary>The month's first day.</summary>
    public required LocalDate Month { get; init; }

    /// <summary>Without tax.</summary>
    public required Money Net { get; init; }

    public required bool OnTime { get; init; }

    public required UserId RecordedBy { get; init; }

    public required Instant RecordedAt { get; init; }

    /// <summary>The plan that the row of months ending with it earned; null for none.</summary>
    public string? EarnedPlanKey { get; set; }

    public CommissionMonth ToDomain() => new(Month.ToYearMonth(), Net, OnTime);
}
