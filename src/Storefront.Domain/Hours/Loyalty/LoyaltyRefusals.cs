using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours.Loyalty;

/// <summary>The house rewards no commission.</summary>
public sealed record LoyaltyNotOffered : Refusal
{
    public override string Code => "LOYALTY_NOT_OFFERED";
}

/// <summary>The commission is less than nothing, or in another currency than the house's (FEN-02).</summary>
/// <param name="CurrencyCode">The currency that is meant.</param>
public sealed record CommissionNotValid(string CurrencyCode) : Refusal
{
    public override string Code => "COMMISSION_NOT_VALID";
}

/// <summary>The month has not ended yet (FEN-02).</summary>
/// <param name="FirstDay">Its first day.</param>
public sealed record CommissionMonthNotOver(LocalDate FirstDay) : Refusal
{
    public CommissionMonthNotOver(YearMonth month)
        : this(month.OnDayOfMonth(1))
    {
    }

    public override string Code => "COMMISSION_MONTH_NOT_OVER";
}

/// <summary>The month was recorded before (FEN-02).</summary>
/// <param name="FirstDay">Its first day.</param>
public sealed record CommissionMonthRecorded(LocalDate FirstDay) : Refusal
{
    public CommissionMonthRecorded(YearMonth month)
        : this(month.OnDayOfMonth(1))
    {
    }

    public override string Code => "COMMISSION_MONTH_RECORDED";
}

/// <summary>A later month was recorded already: months are recorded in their order (FEN-02).</summary>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastRecorded">The first day of the last month that was recorded.</param>
public sealed record CommissionMonthOutOfOrder(LocalDate FirstDay, LocalDate LastRecorded) : Refusal
{
    public CommissionMonthOutOfOrder(YearMonth month, YearMonth last)
        : this(month.OnDayOfMonth(1), last.OnDayOfMonth(1))
    {
    }

    public override string Code => "COMMISSION_MONTH_OUT_OF_ORDER";
}
