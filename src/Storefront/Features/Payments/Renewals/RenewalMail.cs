using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
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

    /// <summary>Has everything written that will have to be while the order is not paid; reminders whose days are gone when it can be are left out.</summary>
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

    /// <summary>A pause that was put off came when the mail of it had had nothing to say: it goes out now.</summary>
    public static async Task ScheduleLatePauseAsync(
        AccountScope scope, SubscriptionState plan, IEnumerable<SubscriptionEvent> events, SubscriptionPolicies policies, CancellationToken cancellationToken)
    {
        var due = plan.PaidThrough;
        if (policies.Renewal is { } policy
            && plan.RestsUnpaid
            && events.OfType<SubscriptionPaused>().Any(paused => paused.At >= policies.StartOf(due.PlusDays(policy.PauseDaysAfter)) + Morning)
            && (await scope.Db.Set<Order>()
                .Where(order => order.AccountId == scope.AccountId && order.RenewalDueOn == due && order.Status == OrderStatus.AwaitingPayment)
                .ToListAsync(cancellationToken)).Find(order => order.BuysTerm) is { } order)
        {
            await ScheduleAsync(scope, order, RenewalMailKind.Paused, 1, scope.Now, cancellationToken);
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
