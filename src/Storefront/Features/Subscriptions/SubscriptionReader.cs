using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Renewals;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;

namespace Storefront.Features.Subscriptions;

/// <summary>Reads an account's subscription: exact at any instant, also where what is due has not been written yet (COM-07).</summary>
public sealed class SubscriptionReader(StoreSnapshots snapshots, SubscriptionStore subscriptions, Handbooks handbooks, IClock clock)
{
    private static readonly Duration LongestCharge = Duration.FromDays(1);

    /// <summary>The subscription that has not ended; null when there is none.</summary>
    public Task<SubscriptionOverview?> ReadAsync(AccountId account, CancellationToken cancellationToken) => snapshots.ReadAsync(
        (db, token) => ReadAsync(db, account, token), cancellationToken);

    /// <summary>When the account's last subscription ended; null when it never had one, or has one.</summary>
    public Task<Instant?> ReadEndAsync(AccountId account, CancellationToken cancellationToken) => snapshots.ReadAsync(
        (db, token) => db.Set<PlanSubscription>().Where(row => row.AccountId == account).MaxAsync(row => row.EndedAt, token), cancellationToken);

    /// <summary>The subscription that has not ended, or else the last one; null when there never was one.</summary>
    public Task<SubscriptionOverview?> ReadLatestAsync(AccountId account, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var latest = await db.Set<PlanSubscription>().Where(row => row.AccountId == account)
                .OrderBy(row => row.EndedAt == null ? 0 : 1).ThenByDescending(row => row.CreatedAt)
                .Select(row => (SubscriptionId?)row.Id).FirstOrDefaultAsync(token);
            return latest is { } id ? await FindAsync(db, account, id, token) : null;
        },
        cancellationToken);

    /// <summary>One subscription of the account, ended or not; null when it has no such one.</summary>
    public Task<SubscriptionOverview?> FindAsync(AccountId account, SubscriptionId id, CancellationToken cancellationToken) => snapshots.ReadAsync(
        (db, token) => FindAsync(db, account, id, token), cancellationToken);

    private async Task<SubscriptionOverview?> ReadAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken) =>
        await subscriptions.FindCurrentAsync(db, account, cancellationToken) is { } current
        && await OverviewAsync(db, account, current, cancellationToken) is { State.Status: not PlanSubscriptionStatus.Canceled } overview
            ? overview
            : null;

    private async Task<SubscriptionOverview?> FindAsync(StorefrontDb db, AccountId account, SubscriptionId id, CancellationToken cancellationToken) =>
        await subscriptions.FindAsync(db, account, id, cancellationToken) is { } found
            ? await OverviewAsync(db, account, found, cancellationToken)
            : null;

    private async Task<SubscriptionOverview> OverviewAsync(
        StorefrontDb db, AccountId account, CurrentSubscription current, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var ledger = await subscriptions.LoadHoursAsync(db, account, current.State, cancellationToken);
        var state = PeriodSchedule.Settle(current.State, ledger, current.Policies, now).Subscription;
        var changes = await db.Set<PendingPlanChange>().AsNoTracking()
            .Where(change => change.AccountId == account && change.SubscriptionId == state.Id && change.State != PendingPlanChangeState.Refused)
            .ToListAsync(cancellationToken);
        var scheduledVersion = current.Row.ScheduledHandbookVersion ?? current.Row.HandbookVersion;
        return new SubscriptionOverview(
            state,
            current.Policies,
            await PlanAsync(db, current.Row.HandbookVersion, state.Terms.PlanKey, cancellationToken),
            state.Scheduled is { } scheduled ? await PlanAsync(db, scheduledVersion, scheduled.To.PlanKey, cancellationToken) : null,
            handbooks.Present.Tax.Rate,
            current.Policies.Renewal is null
                ? NextInvoice(state, changes, current.Policies.DateOf(now))
                : await NextBillAsync(db, account, state, current.Policies, cancellationToken),
            changes.Any(change => change.State == PendingPlanChangeState.Recorded),
            current.Row.StripeSubscriptionId is not null)
        {
            Renewal = RenewalRules.DatesOf(state, current.Policies),
            RenewalOrder = current.Policies.Renewal is null ? null : await db.Set<Order>()
                .Where(order => order.AccountId == account && order.RenewalDueOn != null && order.Status == OrderStatus.AwaitingPayment)
                .OrderBy(order => order.RenewalDueOn).ThenBy(order => order.Interval == BillingInterval.Once)
                .Select(order => order.Reference).FirstOrDefaultAsync(cancellationToken),
            IsBeingCharged = current.Row.StripeSubscriptionId is not null && await IsBeingChargedAsync(db, account, state, current.Policies, now, cancellationToken),
        };
    }

    /// <summary>Stripe charges some hours beside our boundary: until it has said that it could not, or should have long ago, nothing is missing.</summary>
    private static async Task<bool> IsBeingChargedAsync(
        StorefrontDb db, AccountId account, SubscriptionState state, SubscriptionPolicies policies, Instant now, CancellationToken cancellationToken)
    {
        var due = policies.StartOf(state.PaidThrough);
        var since = due - LongestCharge;
        return state.Status == PlanSubscriptionStatus.PastDue && now < due + LongestCharge && !await db.Set<Payment>().AnyAsync(
            payment => payment.AccountId == account && payment.SubscriptionId == state.Id && payment.Status == PaymentStatus.Failed && payment.ChangedAt >= since,
            cancellationToken);
    }

    /// <summary>What is asked for next of who pays past us: what is due first and not paid, asked for already or not.</summary>
    private async Task<NextInvoice?> NextBillAsync(
        StorefrontDb db, AccountId account, SubscriptionState state, SubscriptionPolicies policies, CancellationToken cancellationToken)
    {
        var owed = await RenewalSituation.Owed(db, account).AsNoTracking().ToListAsync(cancellationToken);
        var bills = RenewalRules.BillsOf(
            state, [.. owed.SelectMany(change => RenewalSituation.LinesOf(change, policies))], policies, policies.Renewal!, handbooks.Present.Tax.Rate);
        return bills.MinBy(bill => bill.DueOn) is { } first ? new NextInvoice(first.DueOn, first.Lines, first.Total) : null;
    }

    /// <summary>The adjustments that wait for their day, and the renewal where it falls on the same one.</summary>
    private NextInvoice? NextInvoice(SubscriptionState state, List<PendingPlanChange> changes, LocalDate today)
    {
        var lines = changes.Where(change => change is { State: PendingPlanChangeState.Applied, Kind: PlanSwitch.Name })
            .SelectMany(change => SubscriptionChange.Read(change.Terms).Preview!.Lines)
            .Where(line => line.Kind == ChangeLineKind.Adjustment && line.BilledOn > today)
            .ToList();
        if (state is { IsRunning: true, CancelRequested: false, PauseRequested: false })
        {
            lines.Add(Renewal(state, state.NextTermOn));
        }

        if (lines.Count == 0)
        {
            return null;
        }

        var on = lines.Min(line => line.BilledOn);
        lines.RemoveAll(line => line.BilledOn != on);
        return new NextInvoice(on, lines, Money.Sum(lines.Select(line => line.Total), state.Terms.Price.Currency));
    }

    private ChangeLine Renewal(SubscriptionState state, LocalDate on)
    {
        var terms = state.TermsFrom(on);
        return new ChangeLine(
            ChangeLineKind.Renewal, terms.PlanKey, null, terms.Interval, terms.Price, DayShare.Whole, terms.Price, handbooks.Present.Tax.Rate.On(terms.Price), on);
    }

    private async Task<Plan> PlanAsync(StorefrontDb db, string version, string key, CancellationToken cancellationToken) =>
        (await handbooks.OfVersionAsync(db, version, cancellationToken)).Plans.Find(key)
        ?? handbooks.Present.Plans.Find(key)
        ?? throw new InvalidOperationException($"The plan {key} is in no handbook that this subscription was sold under.");
}
