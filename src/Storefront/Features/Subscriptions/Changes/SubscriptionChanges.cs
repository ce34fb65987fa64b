using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>
/// Carries changes out. No transaction spans a call: the change is recorded, Stripe is told under its keys, and it comes into force in a
/// second transaction. What a crash leaves in between is finished by due work.
/// </summary>
public sealed class SubscriptionChanges(
    AccountTransactions transactions, SubscriptionStore subscriptions, ChangeSteps steps, BilledChanges billed, UpgradeOrders upgrades)
{
    /// <summary>Makes a change, once for each key: the same key with the same change gives the same answer.</summary>
    /// <param name="account">Whose subscription.</param>
    /// <param name="requestedBy">Who wants it; null for the program itself.</param>
    /// <param name="key">Chosen by who asks.</param>
    /// <param name="change">What is wanted.</param>
    /// <param name="cancellationToken">Stops it; what was recorded is finished later.</param>
    public async Task<Result<ChangeOutcome>> RequestAsync(
        AccountId account, UserId? requestedBy, string key, SubscriptionChange change, CancellationToken cancellationToken)
    {
        var recorded = await transactions.RunAsync<(PendingPlanChange Row, string? Order)>(
            account,
            async (scope, token) => (await RecordAsync(scope, requestedBy, key, change, token)).TryGet(out var row, out var refusal)
                ? (row, row.State == PendingPlanChangeState.Ordered ? await OrderOfAsync(scope, row, token) : null)
                : refusal,
            cancellationToken);
        return !recorded.TryGet(out var known, out var refusal) ? refusal
            : known.Row.State == PendingPlanChangeState.Recorded ? await billed.FinishAsync(account, known.Row.Id, cancellationToken)
            : ChangeSteps.Outcome(known.Row).Map(outcome => outcome with { Order = known.Order });
    }

    private async Task<Result<PendingPlanChange>> RecordAsync(
        AccountScope scope, UserId? requestedBy, string key, SubscriptionChange change, CancellationToken cancellationToken)
    {
        var changes = scope.Db.Set<PendingPlanChange>().Where(row => row.AccountId == scope.AccountId);
        var terms = change.Write();
        if (await changes.SingleOrDefaultAsync(row => row.IdempotencyKey == key, cancellationToken) is { } known)
        {
            return known.Terms == terms ? known : new IdempotencyKeyReused();
        }

        if (await changes.AnyAsync(row => row.State == PendingPlanChangeState.Recorded, cancellationToken))
        {
            return new ChangeInProgress();
        }

        if (await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken) is not { } current)
        {
            return new NoSubscription();
        }

        var row = new PendingPlanChange
        {
            AccountId = scope.AccountId,
            Id = PlanChangeId.New(scope.Now),
            SubscriptionId = current.Row.Id,
            Kind = change.Kind,
            IdempotencyKey = key,
            Terms = terms,
            RequestedAt = scope.Now,
            RequestedBy = requestedBy,
        };
        var tried = await steps.TryAsync(scope, row.Id, current, change, cancellationToken);
        if (tried.Refusal is { } refusal)
        {
            return refusal;
        }

        if (current.Row.StripeSubscriptionId is null && change.Preview is { MoneyNow.Total.IsZero: false } preview)
        {
            scope.Db.Add(row);
            return (await upgrades.PlaceAsync(scope, row, current, preview, cancellationToken)).Map(_ => row);
        }

        scope.Db.Add(row);
        if (current.Row.StripeSubscriptionId is null)
        {
            await steps.ApplyAsync(scope, row, current, change, tried.Value, cancellationToken);
        }
        else
        {
            await BilledChanges.ScheduleAsync(scope, row, cancellationToken);
        }

        return row;
    }

    private static async Task<string?> OrderOfAsync(AccountScope scope, PendingPlanChange row, CancellationToken cancellationToken)
    {
        await scope.Db.SaveChangesAsync(cancellationToken);
        return await UpgradeOrders.ReferenceOfAsync(scope, row.Id, cancellationToken);
    }
}
