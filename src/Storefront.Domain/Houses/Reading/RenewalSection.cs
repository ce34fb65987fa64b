using Storefront.Domain.Hours;
using Storefront.Domain.Subscriptions;

namespace Storefront.Domain.Houses.Reading;

/// <summary>How plans go on that nobody charges by itself.</summary>
internal static class RenewalSection
{
    public static RenewalPolicy Read(ObjectReader reader)
    {
        var order = reader.Integer("orderDaysBefore", 1, RenewalPolicy.MostDays);
        var reminders = reader.OptionalList("reminders", "renewalReminder", ReadReminder, least: 1);
        reader.Unique("reminders", "daysAfterDue");
        var pause = reader.Integer("pauseDaysAfter", 1, RenewalPolicy.MostDays);
        if (reader.Ok("orderDaysBefore", "pauseDaysAfter", "reminders") && reminders.Any(day => day <= -order || day >= pause))
        {
            reader.Problem("reminders", $"A reminder comes after the order, {order} days before, and before the pause, {pause} days after.");
        }

        return new RenewalPolicy(order, [.. reminders.Order()], pause)
        {
            NoticeHoldBusinessDays = reader.OptionalInteger("noticeHoldBusinessDays", 0, RenewalPolicy.MostHoldDays) ?? 0,
        };
    }

    /// <summary>Nobody rests who may still work on trust, and only plans are renewed.</summary>
    public static void Check(ObjectReader document, BillingPolicy? billing, HourPolicy? hours)
    {
        if (billing?.Renewals is not { } renewals || !document.Ok("billing"))
        {
            return;
        }

        var grace = hours?.GraceDays ?? 0;
        if (!document.Has("plans"))
        {
            document.Problem("billing", "'offlineRenewals' says how plans go on, and there are none.");
        }
        else if (renewals.PauseDaysAfter < grace)
        {
            document.Problem("billing", $"A plan cannot rest after {renewals.PauseDaysAfter} days when its hours may be used for {grace} days of grace.");
        }
    }

    private static int ReadReminder(ObjectReader reader) => reader.Integer("daysAfterDue", -RenewalPolicy.MostDays, RenewalPolicy.MostDays);
}
