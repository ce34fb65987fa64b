using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Hours;
using Storefront.Features.Hours.Loyalty;
using Storefront.Features.Hours.Reports;
using Storefront.Features.Payments.Renewals;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;

namespace Storefront.Features.Subscriptions;

/// <summary>Reads subscriptions with the policies they were sold under, and writes what rules made of them with their hours and events.</summary>
public sealed class SubscriptionStore(Handbooks handbooks, HourLedgerStore hours)
{
    /// <summary>What is sold now.</summary>
    public SubscriptionPolicies PresentPolicies => PoliciesOf(handbooks.Present);

    /// <summary>The account's subscription that has not ended; null when there is none. An account has at most one.</summary>
    public async Task<CurrentSubscription?> FindCurrentAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken) =>
        await db.Set<PlanSubscription>()
            .SingleOrDefaultAsync(row => row.AccountId == account && row.Status != PlanSubscriptionStatus.Canceled, cancellationToken) is { } row
            ? await OfAsync(db, row, cancellationToken)
            : null;

    /// <summary>One subscription of the account, ended or not; null when it has no such one.</summary>
    public async Task<CurrentSubscription?> FindAsync(
        StorefrontDb db, AccountId account, SubscriptionId id, CancellationToken cancellationToken) =>
        await db.Set<PlanSubscription>().SingleOrDefaultAsync(row => row.AccountId == account && row.Id == id, cancellationToken) is { } row
            ? await OfAsync(db, row, cancellationToken)
            : null;

    /// <summary>The account's hours, and which keys of the subscription's running and next period have been used.</summary>
    public Task<HourLedger> LoadHoursAsync(
        StorefrontDb db, AccountId account, SubscriptionState? subscription, CancellationToken cancellationToken) => hours.LoadAsync(
        db,
        account,
        subscription is null ? [] :
        [
            HourKeys.Grant(subscription.Id, subscription.Period.Start),
            HourKeys.Grant(subscription.Id, subscription.Period.End),
            HourKeys.Rollover(subscription.Id, subscription.Period.Start),
            HourKeys.Loyalty(subscription.Id, subscription.Period.Start),
            HourKeys.Loyalty(subscription.Id, subscription.Period.End),
        ],
        cancellationToken);

    /// <summary>Writes what rules did, then does what became due by it.</summary>
    public async Task SaveAsync(
        AccountScope scope, PlanSubscription row, Settlement settlement, SubscriptionPolicies policies, CancellationToken cancellationToken)
    {
        var settled = PeriodSchedule.Settle(settlement.Subscription, settlement.Ledger, policies, scope.Now);
        var events = settlement.Events.AddRange(settled.Events);
        var (began, ended) = (row.PeriodStart, row.PeriodEnd);
        row.Update(settled.Subscription);
        if (began < ended
            && ended <= policies.DateOf(scope.Now)
            && events.Any(happened => happened is PeriodStarted or SubscriptionPaused or SubscriptionCanceled))
        {
            await scope.ScheduleAsync(
                SendPeriodReport.DueWorkKind,
                SendPeriodReport.Key(row.Id, began),
                scope.Now,
                scope.AccountId,
                LocalDatePattern.Iso.Format(began),
                cancellationToken);
        }

        if (events.Any(happened => happened is PlanChanged { Reason: PlanChangeReason.Scheduled }) && row.ScheduledHandbookVersion is { } agreed)
        {
            row.HandbookVersion = agreed;
        }

        if (settled.Subscription.Scheduled is null)
        {
            row.ScheduledHandbookVersion = null;
        }

        foreach (var happened in events)
        {
            scope.Append(SubscriptionEventLog.Of(row.Id, happened));
        }

        await EarnedOrders.WriteAsync(scope, row, events, cancellationToken);
        await RenewalMail.ScheduleLatePauseAsync(scope, settled.Subscription, events, policies, cancellationToken);
        if (row.StripeSubscriptionId is not null && RetellNextTerm.DueAt(settled.Subscription, events, scope.Now) is { } at)
        {
            await scope.ScheduleAsync(RetellNextTerm.DueWorkKind, $"retell:{row.Id.Value:N}", at, scope.AccountId, row.Id.ToString(), cancellationToken);
        }

        await hours.AppendAsync(scope, settled.Ledger, settlement.Entries.AddRange(settled.Entries), cancellationToken);
    }

    /// <summary>The policies of a version of the handbook.</summary>
    public async Task<SubscriptionPolicies> PoliciesOfAsync(StorefrontDb db, string version, CancellationToken cancellationToken) =>
        PoliciesOf(await handbooks.OfVersionAsync(db, version, cancellationToken));

    /// <summary>The policies of a subscription: of the version it was sold under, and how its next terms are asked for where nobody charges them.</summary>
    public Task<SubscriptionPolicies> PoliciesOfAsync(StorefrontDb db, PlanSubscription row, CancellationToken cancellationToken) =>
        PoliciesOfAsync(db, row.HandbookVersion, row.PaymentMethod, row.StripeSubscriptionId, cancellationToken);

    /// <summary>The policies of a version of the handbook for who pays in that way.</summary>
    internal async Task<SubscriptionPolicies> PoliciesOfAsync(
        StorefrontDb db, string version, string method, string? stripeSubscription, CancellationToken cancellationToken)
    {
        var sold = await handbooks.OfVersionAsync(db, version, cancellationToken);
        var isOffline = stripeSubscription is null && handbooks.Present.FindPaymentMethod(method) is { Kind: PaymentMethodKind.Offline };
        return PoliciesOf(sold) with { Renewal = isOffline ? sold.Billing.Renewals ?? handbooks.Present.Billing.Renewals : null };
    }

    /// <summary>A subscription that was read, with its policies.</summary>
    internal async Task<CurrentSubscription> OfAsync(StorefrontDb db, PlanSubscription row, CancellationToken cancellationToken)
    {
        var policies = await PoliciesOfAsync(db, row, cancellationToken);
        var hold = await PauseHolds.ReadAsync(db, row, policies, handbooks.Present.Calendar, cancellationToken);
        return new CurrentSubscription(row, row.ToDomain() with { Hold = hold }, policies);
    }

    private static SubscriptionPolicies PoliciesOf(Handbook handbook) => new(handbook.Hours, handbook.Changes, handbook.Zone);
}
