using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions.Billing;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>
/// Carries changes out. No transaction spans a call: the change is recorded, Stripe is told under its keys, and it comes into force in a
/// second transaction. What a crash leaves in between is finished by due work.
/// </summary>
public sealed class SubscriptionChanges(
    AccountTransactions transactions, SubscriptionStore subscriptions, Handbooks handbooks, StripeBilling billing, UpgradeOrders upgrades)
{
    /// <summary>The kind of due work that finishes a change.</summary>
    internal const string DueWorkKind = "subscription.change";

    private static readonly Duration FinishAfter = Duration.FromMinutes(1);

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
            : known.Row.State == PendingPlanChangeState.Recorded ? await FinishAsync(account, known.Row.Id, cancellationToken)
            : Outcome(known.Row).Map(outcome => outcome with { Order = known.Order });
    }

    /// <summary>The order for a change was paid: it comes into force as it was confirmed, at the same price, or the refusal says why not.</summary>
    internal async Task<Result<PlanSubscription>> ApplyPaidAsync(AccountScope scope, PlanChangeId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope, id, cancellationToken) is not { State: PendingPlanChangeState.Ordered } row
            || SubscriptionChange.Read(row.Terms) is not PlanSwitch change)
        {
            return new NotFound("plan-change");
        }

        var current = (await subscriptions.FindAsync(scope.Db, scope.AccountId, row.SubscriptionId, cancellationToken))!;
        if (!change.ApplyPaid(await SituationAsync(scope, id, current, cancellationToken)).TryGet(out var settlement, out var refusal))
        {
            return refusal;
        }

        await ApplyAsync(scope, row, current, change, settlement, cancellationToken);
        return current.Row;
    }

    /// <summary>Whether the order for a change would be refused if it were paid now, for another reason than a term that is overdue and may still be paid.</summary>
    internal async Task<bool> IsOutdatedAsync(AccountScope scope, PlanChangeId id, CancellationToken cancellationToken) =>
        await FindAsync(scope, id, cancellationToken) is not { State: PendingPlanChangeState.Ordered } row
        || SubscriptionChange.Read(row.Terms) is not PlanSwitch change
        || await subscriptions.FindAsync(scope.Db, scope.AccountId, row.SubscriptionId, cancellationToken) is not { } current
        || change.ApplyPaid(await SituationAsync(scope, id, current, cancellationToken)).Refusal is not (null or PaymentOverdue);

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
        var tried = await TryAsync(scope, row.Id, current, change, cancellationToken);
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
            await ApplyAsync(scope, row, current, change, tried.Value, cancellationToken);
        }
        else
        {
            await scope.ScheduleAsync(
                DueWorkKind, WorkKey(row.Id), scope.Now + FinishAfter, scope.AccountId, row.Id.ToString(), cancellationToken);
        }

        return row;
    }

    private async Task<Result<(Result<ChangeOutcome>? Done, BillingOrder? Order)>> BeginAsync(
        AccountScope scope, PlanChangeId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope, id, cancellationToken) is not { } row)
        {
            return new NotFound("plan-change");
        }

        if (row.State != PendingPlanChangeState.Recorded)
        {
            return (Outcome(row), null);
        }

        row.Attempts++;
        var change = SubscriptionChange.Read(row.Terms);
        var current = await subscriptions.FindAsync(scope.Db, scope.AccountId, row.SubscriptionId, cancellationToken);
        var tried = await TryAsync(scope, id, current!, change, cancellationToken);

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
        var row = (await FindAsync(scope, id, cancellationToken))!;
        if (row.State != PendingPlanChangeState.Recorded)
        {
            return Outcome(row);
        }

        var change = SubscriptionChange.Read(row.Terms);
        var current = (await subscriptions.FindAsync(scope.Db, scope.AccountId, row.SubscriptionId, cancellationToken))!;
        var tried = await TryAsync(scope, id, current, change, cancellationToken);
        if (tried.Refusal is { } refusal)
        {
            return refusal;
        }

        await ApplyAsync(scope, row, current, change, tried.Value, cancellationToken);
        return Outcome(row);
    }

    private async Task<Result<ChangeOutcome>> TakeBackAsync(
        AccountId account, BillingOrder order, Refusal why, CancellationToken cancellationToken)
    {
        var standing = await transactions.RunAsync<SubscriptionState>(account, async (scope, token) =>
        {
            var row = (await FindAsync(scope, order.ChangeId, token))!;
            row.LastError = why.ToString();
            return (await subscriptions.FindAsync(scope.Db, account, row.SubscriptionId, token))!.State;
        },
        cancellationToken);
        await billing.TakeBackAsync(order with { Wanted = standing.Value, Preview = null }, cancellationToken);
        await transactions.RunAsync<Done>(account, async (scope, token) =>
        {
            var row = (await FindAsync(scope, order.ChangeId, token))!;
            if (row.State == PendingPlanChangeState.Recorded)
            {
                (row.State, row.LastError, row.FinishedAt) = (PendingPlanChangeState.Refused, why.Code, scope.Now);
                await scope.UnscheduleAsync(WorkKey(row.Id), token);
            }

            return Done.Value;
        },
        cancellationToken);
        return why;
    }

    private async Task<Result<Settlement>> TryAsync(
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

    /// <summary>What a change would find now.</summary>
    internal async Task<ChangeSituation> SituationAsync(
        AccountScope scope, PlanChangeId id, CurrentSubscription current, CancellationToken cancellationToken) => new(
        id,
        current.State,
        await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current.State, cancellationToken),
        current.Policies,
        handbooks.Present,
        scope.Now);

    private async Task ApplyAsync(
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

    private static Task<PendingPlanChange?> FindAsync(AccountScope scope, PlanChangeId id, CancellationToken cancellationToken) =>
        scope.Db.Set<PendingPlanChange>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken);

    private static Result<ChangeOutcome> Outcome(PendingPlanChange row) => row.State == PendingPlanChangeState.Refused
        ? new BillingRefused(row.LastError ?? "")
        : new ChangeOutcome(row.Id, row.State == PendingPlanChangeState.Applied);

    private static async Task<string?> OrderOfAsync(AccountScope scope, PendingPlanChange row, CancellationToken cancellationToken)
    {
        await scope.Db.SaveChangesAsync(cancellationToken);
        return await UpgradeOrders.ReferenceOfAsync(scope, row.Id, cancellationToken);
    }

    private static string WorkKey(PlanChangeId id) => $"{DueWorkKind}:{id.Value:N}";
}
