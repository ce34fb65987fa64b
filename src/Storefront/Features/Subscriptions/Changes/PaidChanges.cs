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
        if (!(await TryAsync(scope, id, cancellationToken)).TryGet(out var paid, out var refusal))
        {
            return refusal;
        }

        await steps.ApplyAsync(scope, paid.Row, paid.Current, paid.Change, paid.Settlement, cancellationToken);
        return paid.Current.Row;
    }

    /// <summary>Whether a change would come into force if its order were paid now; the refusal says why not, also where that may pass.</summary>
    internal async Task<Result<Done>> EnsureAppliesAsync(AccountScope scope, PlanChangeId id, CancellationToken cancellationToken) =>
        (await TryAsync(scope, id, cancellationToken)).Map(_ => Done.Value);

    /// <summary>
    /// Whether the order for a change would be refused if it were paid now, and for good: not because of what may pass, as a term that is due or a wish
    /// that may be taken back. A plan that rests or is paused needs the money itself, to go on.
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
                is not (null or PaymentOverdue or SubscriptionNotReady { Status: PlanSubscriptionStatus.Active });
    }

    private async Task<Result<(PendingPlanChange Row, CurrentSubscription Current, PlanSwitch Change, Settlement Settlement)>> TryAsync(
        AccountScope scope, PlanChangeId id, CancellationToken cancellationToken)
    {
        if (await ChangeSteps.FindAsync(scope, id, cancellationToken) is not { State: PendingPlanChangeState.Ordered } row
            || SubscriptionChange.Read(row.Terms) is not PlanSwitch change)
        {
            return new NotFound("plan-change");
        }

        var current = (await subscriptions.FindAsync(scope.Db, scope.AccountId, row.SubscriptionId, cancellationToken))!;
        return change.ApplyPaid(await steps.SituationAsync(scope, id, current, cancellationToken)).Map(settlement => (row, current, change, settlement));
    }
}
