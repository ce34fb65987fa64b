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

    public static string Loyalty(SubscriptionId subscription, LocalDate periodStart) => $"loyalty:{subscription.Value:N}:{Text(periodStart)}";

    /// <summary>The key of an advance by who asked for it.</summary>
    public static string Advance(string request) => $"advance:{request}";

    /// <summary>The key of the line that brings lapsed minutes back for work.</summary>
    public static string Lapsed(string use) => $"{use}:lapsed";

    /// <summary>What the closing of a ticket adds to reach its least charge, by how much it has come to and how many lines there were of it before.</summary>
    public static string TopUp(TicketId ticket, int upTo, int earlier) => earlier == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{TopUps(ticket)}{upTo}")
        : string.Create(CultureInfo.InvariantCulture, $"{TopUps(ticket)}{upTo}:{earlier}");

    /// <summary>What the keys of all that a ticket's closings added begin with.</summary>
    public static string TopUps(TicketId ticket) => $"top-up:{ticket.Value:N}:";

    public static string Upgrade(PlanChangeId change) => $"upgrade:{change.Value:N}";

    public static string Expiry(HourLotId lot) => $"expiry:{lot.Value:N}";

    public static string Use(WorkLogId workLog) => $"use:{workLog.Value:N}";

    public static string Reversal(HourEntryId entry) => $"reversal:{entry.Value:N}";

    internal static string Repayment(string grantKey) => string.Create(CultureInfo.InvariantCulture, $"{grantKey}:repayment");

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
