using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;

namespace Storefront.Features.Payments.Renewals;

/// <summary>What is to be asked for of an account that pays its plan past us, and what is asked for already.</summary>
/// <param name="Row">The subscription; the last one where none runs.</param>
/// <param name="Policies">What it was sold under.</param>
/// <param name="Bills">What it comes to now, due or ahead.</param>
/// <param name="Open">The orders that ask for something, tracked.</param>
/// <param name="Changes">The upgrades whose adjustments nobody has paid, tracked.</param>
internal sealed record RenewalSituation(
    PlanSubscription Row, SubscriptionPolicies Policies, ImmutableArray<RenewalBill> Bills, List<Order> Open, List<PendingPlanChange> Changes)
{
    /// <summary>Null for who pays otherwise, and where nothing was ever to be asked for.</summary>
    public static async Task<RenewalSituation?> ReadAsync(
        AccountScope scope, SubscriptionStore subscriptions, Handbooks handbooks, CancellationToken cancellationToken)
    {
        var account = scope.AccountId;
        var offline = OfflineMethods(handbooks.Present);
        if (await scope.Db.Set<PlanSubscription>().Where(row => row.AccountId == account && row.StripeSubscriptionId == null && offline.Contains(row.PaymentMethod))
                .OrderBy(row => row.EndedAt != null).ThenByDescending(row => row.CreatedAt).FirstOrDefaultAsync(cancellationToken) is not { } row
            || await subscriptions.OfAsync(scope.Db, row, cancellationToken) is not { Policies: { Renewal: { } policy } policies } current)
        {
            return null;
        }

        var open = await scope.Db.Set<Order>()
            .Where(order => order.AccountId == account && order.RenewalDueOn != null && order.Status == OrderStatus.AwaitingPayment)
            .OrderBy(order => order.OrderedAt).ToListAsync(cancellationToken);
        var changes = await Owed(scope.Db, account).ToListAsync(cancellationToken);
        var bills = RenewalRules.BillsOf(
            row.Status == PlanSubscriptionStatus.Canceled ? null : current.State,
            [.. changes.SelectMany(change => LinesOf(change, policies))],
            policies,
            policy,
            handbooks.Present.Tax.Rate);
        return new RenewalSituation(row, policies, bills, open, changes);
    }

    /// <summary>From when on it is asked for.</summary>
    public Instant AskedAt(RenewalBill bill) => Policies.StartOf(bill.AskedOn);

    /// <summary>The order that asks for just that; null while none does.</summary>
    public Order? OrderOf(RenewalBill bill) => Open.FirstOrDefault(order => order.RenewalDueOn == bill.DueOn
        && order.Net == bill.Net
        && order.Tax == bill.Tax
        && order.PlanKey == bill.Lines[0].PlanKey
        && order.Interval == IntervalOf(bill)
        && order.BuysTerm == bill.Renews is not null);

    /// <summary>The term that is bought; once for adjustments alone.</summary>
    public static Domain.Plans.BillingInterval IntervalOf(RenewalBill bill) => bill.Renews?.Interval ?? Domain.Plans.BillingInterval.Once;

    /// <summary>The upgrades whose adjustments nobody has paid, of whatever plan of the account that was paid past us: buying another one settles none.</summary>
    public static IQueryable<PendingPlanChange> Owed(StorefrontDb db, AccountId account)
    {
        var plans = db.Set<PlanSubscription>().Where(row => row.AccountId == account && row.StripeSubscriptionId == null).Select(row => row.Id);
        var closed = db.Set<Order>()
            .Where(order => order.AccountId == account && order.RenewalDueOn != null && order.Status != OrderStatus.AwaitingPayment).Select(order => order.Id);
        return db.Set<PendingPlanChange>()
            .Where(change => change.AccountId == account && plans.Contains(change.SubscriptionId))
            .Where(change => change.State == PendingPlanChangeState.Applied && change.Kind == PlanSwitch.Name)
            .Where(change => change.AskedWith == null || !closed.Contains(change.AskedWith.Value))
            .OrderBy(change => change.RequestedAt);
    }

    /// <summary>The ways of paying past us, by which a plan is known that nobody charges.</summary>
    public static List<string> OfflineMethods(Handbook house) =>
        [.. house.PaymentMethods.Where(method => method.Kind == PaymentMethodKind.Offline).Select(method => method.Key)];

    /// <summary>What an upgrade costs beside the plan, as far as it was not asked for at once.</summary>
    public static IEnumerable<ChangeLine> LinesOf(PendingPlanChange change, SubscriptionPolicies policies) =>
        SubscriptionChange.Read(change.Terms).Preview is { } preview
            ? preview.Lines.Where(line => line.Kind == ChangeLineKind.Adjustment && line.Total.IsPositive && line.BilledOn > policies.DateOf(preview.PreviewedAt))
            : [];
}
