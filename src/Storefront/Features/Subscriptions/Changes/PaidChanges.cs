using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Changes that wait for the order which asks for their difference (FEN-04).</summary>
public sealed class PaidChanges(SubscriptionStore subscriptions, ChangeSteps steps)
{
    /// <summary>The order for a change was paid: it comes into force as it was confirmed, at the same price, or the refusal says why not.</summary>
    internal async Task<Result<PlanSubscription>> ApplyPaidAsync(AccountScope scope, PlanChangeId id, CancellationToken cancellationToken)
    {
        if (await ChangeSteps.FindAsync(scope, id, cancellationToken) is not { State: PendingPlanChangeState.Ordered } row
            || SubscriptionChange.Read(row.Terms) is not PlanSwitch change)
        {
            return new NotFound("plan-change");
        }

        var current = (await subscriptions.FindAsync(scope.Db, scope.AccountId, row.SubscriptionId, cancellationToken))!;
        if (!change.ApplyPaid(await steps.SituationAsync(scope, id, current, cancellationToken)).TryGet(out var settlement, out var refusal))
        {
            return refusal;
        }

        await steps.ApplyAsync(scope, row, current, change, settlement, cancellationToken);
        return current.Row;
    }

    /// <summary>
    /// Whether the order for a change would be refused if it were paid now, and for good: not because of what may pass, as a term that may still be
    /// paid, a pause, or a wish that may be taken back.
    /// </summary>
    internal async Task<bool> IsOutdatedAsync(AccountScope scope, PlanChangeId id, CancellationToken cancellationToken)
    {
        if (await ChangeSteps.FindAsync(scope, id, cancellationToken) is not { State: PendingPlanChangeState.Ordered } row
            || SubscriptionChange.Read(row.Terms) is not PlanSwitch change
            || await subscriptions.FindAsync(scope.Db, scope.AccountId, row.SubscriptionId, cancellationToken) is not { } current)
        {
            return true;
        }

        // A period that is over and not settled yet says nothing: what is due before is done first.
        return (!current.State.IsRunning || scope.Now < current.Policies.StartOf(current.State.Period.End))
            && change.ApplyPaid(await steps.SituationAsync(scope, id, current, cancellationToken)).Refusal
                is not (null or PaymentOverdue or SubscriptionNotReady { Status: not PlanSubscriptionStatus.Canceled });
    }
}
