using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Hours;

/// <summary>Takes hours for work and gives them back, inside an action's transaction.</summary>
public sealed class HourUse(SubscriptionStore subscriptions, HourLedgerStore hours)
{
    /// <summary>
    /// Takes minutes for work from the lots that expire first (FLU-04), or refuses the whole of it: <see cref="NotEnoughHours"/> with the
    /// shortfall (FLU-09), <see cref="Domain.Subscriptions.PaymentOverdue"/>, <see cref="MinutesNotValid"/>.
    /// </summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="minutes">From 1.</param>
    /// <param name="cause">The work log and its ticket.</param>
    /// <param name="key">The same key again takes nothing more: see <see cref="HourKeys.Use"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="fromHold">How many of them had been held for it.</param>
    /// <returns>The ledger's line.</returns>
    public async Task<Result<HourEntry>> UseAsync(
        AccountScope scope, int minutes, HourCause cause, string key, CancellationToken cancellationToken, int fromHold = 0)
    {
        if (await hours.FindEntryAsync(scope.Db, scope.AccountId, key, cancellationToken) is { } done)
        {
            return done;
        }

        if (minutes < 1)
        {
            return new MinutesNotValid(1, int.MaxValue);
        }

        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        if (current?.State.EnsureHoursUsable(current.Policies, scope.Now).Refusal is { } overdue)
        {
            return overdue;
        }

        var policy = current?.Policies.Hours ?? subscriptions.PresentPolicies.Hours;
        var ledger = await hours.LoadAsync(scope.Db, scope.AccountId, [key], cancellationToken);
        var used = ledger.Use(policy, minutes, scope.Now, cause, key, fromHold);
        if (used.Refusal is { } refusal)
        {
            return refusal;
        }

        await hours.AppendAsync(scope, used.Value.Ledger, used.Value.Entries, cancellationToken);
        return used.Value.Entries[0];
    }

    /// <summary>
    /// Gives back what was taken under a key, once. What came from a lot that has ended meanwhile ends with the running period;
    /// without one it cannot be given back: <see cref="Domain.Subscriptions.SubscriptionNotReady"/>.
    /// </summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="key">The key under which it was taken.</param>
    /// <param name="reason">Staff's words, if any.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The ledger's line.</returns>
    public async Task<Result<HourEntry>> ReturnAsync(AccountScope scope, string key, string? reason, CancellationToken cancellationToken)
    {
        if (await hours.FindEntryAsync(scope.Db, scope.AccountId, key, cancellationToken) is not { } use)
        {
            return new NotFound("hour-entry");
        }

        var reversal = HourKeys.Reversal(use.Id);
        if (await hours.FindEntryAsync(scope.Db, scope.AccountId, reversal, cancellationToken) is { } done)
        {
            return done;
        }

        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        if (current is not { State.IsRunning: true })
        {
            return new Domain.Subscriptions.SubscriptionNotReady(
                current?.State.Status ?? Domain.Subscriptions.PlanSubscriptionStatus.Canceled);
        }

        var ledger = await hours.LoadAsync(scope.Db, scope.AccountId, [reversal], cancellationToken);
        var posting = ledger.Reverse(use, scope.Now, current.Policies.StartOf(current.State.Period.End), reason);
        await hours.AppendAsync(scope, posting.Ledger, posting.Entries, cancellationToken);
        return posting.Entries[0];
    }
}
