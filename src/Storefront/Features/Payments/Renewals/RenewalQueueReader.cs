using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Payments.Renewals;

/// <summary>For staff: the plans that customers pay by themselves, of all accounts, by what is due first; those that rest after those that run.</summary>
public sealed class RenewalQueueReader(IDbContextFactory<StorefrontDb> contexts, SubscriptionStore subscriptions, Handbooks handbooks, BusinessClock clock)
{
    /// <summary>The most that are shown.</summary>
    public const int Most = 100;

    public async Task<IReadOnlyList<QueuedRenewal>> ListAsync(CancellationToken cancellationToken)
    {
        var offline = RenewalSituation.OfflineMethods(handbooks.Present);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<PlanSubscription>().AsNoTracking()
            .Where(row => row.StripeSubscriptionId == null && row.Price.MinorUnits > 0 && offline.Contains(row.PaymentMethod))
            .Where(row => row.Status != PlanSubscriptionStatus.Canceled && row.Status != PlanSubscriptionStatus.Paused)
            .OrderBy(row => row.Status == PlanSubscriptionStatus.AwaitingPayment).ThenBy(row => row.PaidThrough).Take(Most).ToListAsync(cancellationToken);
        var accounts = rows.Select(row => row.AccountId).ToList();
        var names = await db.Set<Account>().Where(account => accounts.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
        var orders = await db.Set<Order>().AsNoTracking()
            .Where(order => accounts.Contains(order.AccountId) && order.RenewalDueOn != null && order.Status == OrderStatus.AwaitingPayment)
            .ToListAsync(cancellationToken);
        var asked = orders.Select(order => order.Id).ToList();
        var told = await db.Set<PaymentNotice>()
            .Where(notice => accounts.Contains(notice.AccountId) && asked.Contains(notice.OrderId) && notice.Status == PaymentNoticeStatus.Pending)
            .Select(notice => notice.OrderId).ToListAsync(cancellationToken);
        var today = handbooks.Present.Calendar.DateOf(clock.GetCurrentInstant());
        var lines = new List<QueuedRenewal>(rows.Count);
        foreach (var row in rows)
        {
            var current = await subscriptions.OfAsync(db, row, cancellationToken);
            var order = orders.Where(order => order.AccountId == row.AccountId).OrderByDescending(order => order.BuysTerm).FirstOrDefault();
            if (RenewalRules.DatesOf(current.State, current.Policies) is { } dates)
            {
                lines.Add(new QueuedRenewal(
                    row.AccountId,
                    names.GetValueOrDefault(row.AccountId, ""),
                    order?.PlanKey ?? current.State.TermsFrom(dates.DueOn).PlanKey,
                    dates,
                    order?.Reference,
                    order?.ToDomain().Left,
                    order is not null && told.Contains(order.Id),
                    dates.DueOn <= today,
                    current.State.RestsUnpaid ? current.State.PausedOn : null)
                {
                    HeldUntil = current.State.PauseHeldUntil,
                });
            }
        }

        return lines;
    }
}

/// <summary>A plan that its customer pays by itself.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Account">The account's name.</param>
/// <param name="PlanKey">The plan of the next term.</param>
/// <param name="Dates">When it is asked for, due, and what follows.</param>
/// <param name="Order">The order that asks for it; null while none does.</param>
/// <param name="Left">What is still to be paid of the order.</param>
/// <param name="IsTold">Whether the customer says that it has paid.</param>
/// <param name="IsDue">Whether the day is here on which it was to be paid.</param>
/// <param name="PausedOn">Since when it rests unpaid; null while it does not.</param>
public sealed record QueuedRenewal(
    AccountId AccountId, string Account, string PlanKey, RenewalDates Dates, string? Order, Money? Left, bool IsTold, bool IsDue, LocalDate? PausedOn)
{
    /// <summary>Until when its pause is put off, because the customer says that it has paid; null where it is not.</summary>
    public Instant? HeldUntil { get; init; }
}
