using System.Globalization;
using NodaTime;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Payments.Renewals;

/// <summary>What is written about an order that renews a plan.</summary>
internal enum RenewalMailKind
{
    /// <summary>Here it is.</summary>
    Asked,

    /// <summary>It is not paid yet.</summary>
    Reminder,

    /// <summary>The plan rests until it is paid.</summary>
    Paused,
}

/// <summary>When who pays past us is written to: known with the order, each once, in the morning of its day.</summary>
internal static class RenewalMail
{
    /// <summary>The house's hour at which these mails go out.</summary>
    private static readonly Duration Morning = Duration.FromHours(9);

    /// <summary>Has everything written that will have to be while the order is not paid; days that are gone are left out.</summary>
    public static async Task ScheduleAllAsync(AccountScope scope, Order order, SubscriptionPolicies policies, CancellationToken cancellationToken)
    {
        var dates = RenewalDates.Of(order.RenewalDueOn!.Value, policies.Renewal!, policies.Hours.GraceDays);
        await ScheduleAsync(scope, order, RenewalMailKind.Asked, 0, Instant.Max(scope.Now, policies.StartOf(dates.OrderOn) + Morning), cancellationToken);
        var days = dates.Reminders.Select((day, index) => (Kind: RenewalMailKind.Reminder, Index: index, Day: day));
        foreach (var (kind, index, day) in order.BuysTerm ? days.Append((RenewalMailKind.Paused, 0, dates.PausesOn)) : days)
        {
            if (policies.StartOf(day) + Morning > scope.Now)
            {
                await ScheduleAsync(scope, order, kind, index, policies.StartOf(day) + Morning, cancellationToken);
            }
        }
    }

    private static Task ScheduleAsync(
        AccountScope scope, Order order, RenewalMailKind kind, int index, Instant at, CancellationToken cancellationToken) =>
        scope.ScheduleAsync(
            TellRenewal.DueWorkKind,
            string.Create(CultureInfo.InvariantCulture, $"renewal:{order.Id.Value:N}:{kind}:{index}"),
            at,
            scope.AccountId,
            $"{kind} {order.Reference}",
            cancellationToken);
}
