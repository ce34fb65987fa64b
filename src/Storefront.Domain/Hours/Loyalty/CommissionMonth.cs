using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours.Loyalty;

/// <summary>The commission of a calendar month (FEN-02).</summary>
/// <param name="Month">The month.</param>
/// <param name="Net">Without tax, 0 or more.</param>
/// <param name="OnTime">Whether it was paid on time.</param>
public sealed record CommissionMonth(YearMonth Month, Money Net, bool OnTime)
{
    /// <summary>The month after it.</summary>
    public YearMonth Next => After(Month);

    internal static YearMonth After(YearMonth month) => month.OnDayOfMonth(1).PlusMonths(1).ToYearMonth();

    internal static YearMonth Before(YearMonth month) => month.OnDayOfMonth(1).PlusMonths(-1).ToYearMonth();
}
