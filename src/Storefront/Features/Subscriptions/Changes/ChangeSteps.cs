using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>The steps of a change inside the account's transaction: what it finds, whether it can be, how it comes into force.</summary>
public sealed class ChangeSteps(SubscriptionStore subscriptions, Handbooks handbooks)
{
    /// <summary>The kind of due work that finishes a change.</summary>
    internal const string DueWorkKind = "subscription.change";

    /// <summary>What a change would find now.</summary>
    internal async Task<ChangeSituation> SituationAsync(
        AccountScope scope, PlanChangeId id, CurrentSubscription current, CancellationToken cancellationToken) => new(
        id,
        current.State,
        await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current.State, cancellationToken),
        current.Policies,
        handbooks.Present,
        scope.Now);

    /// <summary>What the change would do now, or why it cannot be.</summary>
    internal async Task<Result<Settlement>> TryAsync(
        AccountScope scope, PlanChangeId id, CurrentSubscription current, SubscriptionChange change, CancellationToken cancellationToken)
    {
        if (change is PlanSwitch && current.State is { IsRunning: true, IsPaid: false, Status: PlanSubscriptionStatus.Active })
        {
            return new RenewalInProgress(current.State.Period.Start);
        }

        // What was paid ahead was paid as it was to be: it is changed once it runs.
        if (change is PlanSwitch && current.State.Scheduled is { } ahead && ahead.On < current.State.PaidThrough)
        {
            return new RenewalInProgress(ahead.On);
        }

        return change.Apply(await SituationAsync(scope, id, current, cancellationToken));
    }

    /// <summary>It is in force from now on.</summary>
    internal async Task ApplyAsync(
        AccountScope scope,
        PendingPlanChange row,
        CurrentSubscription current,
        SubscriptionChange change,
        Settlement settlement,
        CancellationToken cancellationToken)
    {
        var version = handbooks.Present.Version.Hash;
        if (settlement.Events.Any(happened => happened is PlanChanged { Reason: PlanChangeReason.Upgrade }))
        {
            current.Row.HandbookVersion = version;
        }

        if (change is PlanSwitch && settlement.Subscription.Scheduled is not null)
        {
            current.Row.ScheduledHandbookVersion = version;
        }

        (row.State, row.FinishedAt, row.LastError) = (PendingPlanChangeState.Applied, scope.Now, null);
        await scope.UnscheduleAsync(WorkKey(row.Id), cancellationToken);
        var policies = await subscriptions.PoliciesOfAsync(scope.Db, current.Row, cancellationToken);
        await subscriptions.SaveAsync(scope, current.Row, settlement, policies, cancellationToken);
    }

    internal static Task<PendingPlanChange?> FindAsync(AccountScope scope, PlanChangeId id, CancellationToken cancellationToken) =>
        scope.Db.Set<PendingPlanChange>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken);

    internal static Result<ChangeOutcome> Outcome(PendingPlanChange row) => row.State == PendingPlanChangeState.Refused
        ? new BillingRefused(row.LastError ?? "")
        : new ChangeOutcome(row.Id, row.State == PendingPlanChangeState.Applied);

    internal static string WorkKey(PlanChangeId id) => $"{DueWorkKind}:{id.Value:N}";
}
