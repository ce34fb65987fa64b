using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions.Billing;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>
/// Changes of a plan that Stripe charges: Stripe is told of what was recorded, under its keys, and it comes into force in a second transaction. What
/// Stripe refuses is taken back.
/// </summary>
public sealed class BilledChanges(AccountTransactions transactions, SubscriptionStore subscriptions, StripeBilling billing, ChangeSteps steps)
{
    private static readonly Duration FinishAfter = Duration.FromMinutes(1);

    /// <summary>Has a recorded change finished, whatever happens to who recorded it.</summary>
    internal static Task ScheduleAsync(AccountScope scope, PendingPlanChange row, CancellationToken cancellationToken) => scope.ScheduleAsync(
        ChangeSteps.DueWorkKind, ChangeSteps.WorkKey(row.Id), scope.Now + FinishAfter, scope.AccountId, row.Id.ToString(), cancellationToken);

    /// <summary>Goes on with a recorded change where it stands; a change that is finished stays as it is.</summary>
    public async Task<Result<ChangeOutcome>> FinishAsync(AccountId account, PlanChangeId id, CancellationToken cancellationToken)
    {
        var begun = await transactions.RunAsync<(Result<ChangeOutcome>? Done, BillingOrder? Order)>(
            account, (scope, token) => BeginAsync(scope, id, token), cancellationToken);
        if (!begun.TryGet(out var step, out var refusal))
        {
            return refusal;
        }

        if (step.Order is not { } order)
        {
            return step.Done!;
        }

        var told = await billing.TellAsync(order, cancellationToken);
        if (told.Refusal is Unreachable)
        {
            return new ChangeOutcome(id, IsInForce: false);
        }

        var applied = told.Refusal is { } no
            ? no
            : await transactions.RunAsync<ChangeOutcome>(account, (scope, token) => ComeIntoForceAsync(scope, id, token), cancellationToken);
        return applied.Refusal is { } why
            ? await TakeBackAsync(account, order, why, cancellationToken)
            : applied;
    }

    private async Task<Result<(Result<ChangeOutcome>? Done, BillingOrder? Order)>> BeginAsync(
        AccountScope scope, PlanChangeId id, CancellationToken cancellationToken)
    {
        if (await ChangeSteps.FindAsync(scope, id, cancellationToken) is not { } row)
        {
            return new NotFound("plan-change");
        }

        if (row.State != PendingPlanChangeState.Recorded)
        {
            return (ChangeSteps.Outcome(row), null);
        }

        row.Attempts++;
        var change = SubscriptionChange.Read(row.Terms);
        var current = await subscriptions.FindAsync(scope.Db, scope.AccountId, row.SubscriptionId, cancellationToken);
        var tried = await steps.TryAsync(scope, id, current!, change, cancellationToken);

        // What is no longer possible is told as it stands, which takes back what an earlier attempt may have told.
        var wanted = tried.Match(settlement => settlement.Subscription, _ => current!.State);
        return (null, new BillingOrder(
            id,
            row.Attempts,
            current!.Row.StripeSubscriptionId!,
            wanted,
            current.Policies,
            tried.IsRefused ? null : change.Preview,
            change is Resumption or Wish { Asked: WishKind.Resume } && current.State.PausedOn is not null,
            scope.Account.Language));
    }

    private async Task<Result<ChangeOutcome>> ComeIntoForceAsync(AccountScope scope, PlanChangeId id, CancellationToken cancellationToken)
    {
        var row = (await ChangeSteps.FindAsync(scope, id, cancellationToken))!;
        if (row.State != PendingPlanChangeState.Recorded)
        {
            return ChangeSteps.Outcome(row);
        }

        var change = SubscriptionChange.Read(row.Terms);
        var current = (await subscriptions.FindAsync(scope.Db, scope.AccountId, row.SubscriptionId, cancellationToken))!;
        var tried = await steps.TryAsync(scope, id, current, change, cancellationToken);
        if (tried.Refusal is { } refusal)
        {
            return refusal;
        }

        await steps.ApplyAsync(scope, row, current, change, tried.Value, cancellationToken);
        return ChangeSteps.Outcome(row);
    }

    private async Task<Result<ChangeOutcome>> TakeBackAsync(
        AccountId account, BillingOrder order, Refusal why, CancellationToken cancellationToken)
    {
        var standing = await transactions.RunAsync<SubscriptionState>(account, async (scope, token) =>
        {
            var row = (await ChangeSteps.FindAsync(scope, order.ChangeId, token))!;
            row.LastError = why.ToString();
            return (await subscriptions.FindAsync(scope.Db, account, row.SubscriptionId, token))!.State;
        },
        cancellationToken);
        await billing.TakeBackAsync(order with { Wanted = standing.Value, Preview = null }, cancellationToken);
        await transactions.RunAsync<Done>(account, async (scope, token) =>
        {
            var row = (await ChangeSteps.FindAsync(scope, order.ChangeId, token))!;
            if (row.State == PendingPlanChangeState.Recorded)
            {
                (row.State, row.LastError, row.FinishedAt) = (PendingPlanChangeState.Refused, why.Code, scope.Now);
                await scope.UnscheduleAsync(ChangeSteps.WorkKey(row.Id), token);
            }

            return Done.Value;
        },
        cancellationToken);
        return why;
    }
}
