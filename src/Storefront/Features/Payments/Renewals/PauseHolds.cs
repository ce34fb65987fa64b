using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Calendars;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Payments.Renewals;

/// <summary>Reads what a customer told of the payment without which its plan would rest (FLU-21).</summary>
internal static class PauseHolds
{
    /// <summary>As far as the pause of a plan is put off; null where it is not, or where nothing is asked for by hand.</summary>
    public static async Task<PauseHold?> ReadAsync(
        StorefrontDb db, PlanSubscription row, SubscriptionPolicies policies, BusinessCalendar calendar, CancellationToken cancellationToken)
    {
        var (account, due) = (row.AccountId, row.PaidThrough);
        if (policies.Renewal is not { } policy || row.Status is not (PlanSubscriptionStatus.Active or PlanSubscriptionStatus.PastDue))
        {
            return null;
        }

        // An order that another one replaced counts too: what comes for it pays the other. As they were saved: staff's word counts once it is done.
        var asked = await db.Set<Order>().AsNoTracking()
            .Where(order => order.AccountId == account && order.RenewalDueOn == due && order.Interval != BillingInterval.Once).ToListAsync(cancellationToken);
        if (asked.Find(order => order.Status == OrderStatus.AwaitingPayment) is not { } open)
        {
            return null;
        }

        var orders = asked.ConvertAll(order => order.Id);
        var told = await db.Set<PaymentNotice>().AsNoTracking()
            .Where(notice => notice.AccountId == account && orders.Contains(notice.OrderId)).ToListAsync(cancellationToken);
        return PauseHold.Of(
            due,
            open.ToDomain().Left,
            told.ConvertAll(notice => new PaymentClaim(
                notice.Amount, notice.NotifiedAt, PaymentClaim.StandsFor(notice.AnswerBy, policy, calendar), notice.DecidedAt)),
            policies);
    }
}
