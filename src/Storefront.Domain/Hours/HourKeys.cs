using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours;

/// <summary>The business keys under which entries are made once (COM-02). They are stored: changing their text would post things twice.</summary>
public static class HourKeys
{
    public static string Grant(SubscriptionId subscription, LocalDate periodStart) => $"grant:{subscription.Value:N}:{Text(periodStart)}";

    public static string Rollover(SubscriptionId subscription, LocalDate periodStart) => $"rollover:{subscription.Value:N}:{Text(periodStart)}";

    public static string Upgrade(PlanChangeId change) => $"upgrade:{change.Value:N}";

    public static string Expiry(HourLotId lot) => $"expiry:{lot.Value:N}";

    public static string Use(WorkLogId workLog) => $"use:{workLog.Value:N}";

    public static string Reversal(HourEntryId entry) => $"reversal:{entry.Value:N}";

    internal static string Repayment(string grantKey) => string.Create(CultureInfo.InvariantCulture, $"{grantKey}:repayment");

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
