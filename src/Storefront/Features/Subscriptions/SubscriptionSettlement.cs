using NodaTime;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Hours;
using Storefront.Store;

namespace Storefront.Features.Subscriptions;

/// <summary>
/// What the clock does to an account's subscription and hours (COM-07): lots end and roll over, periods begin and are granted, scheduled
/// changes, pauses and cancellations come into force, unpaid terms become overdue.
/// </summary>
internal sealed class SubscriptionSettlement(SubscriptionStore subscriptions, HourLedgerStore hours) : IAccountSettlement
{
    public async Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current?.State, cancellationToken);
        return current is null ? ledger.NextExpiry : PeriodSchedule.NextDue(current.State, ledger, current.Policies);
    }

    public async Task SettleAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        var ledger = await subscriptions.LoadHoursAsync(scope.Db, scope.AccountId, current?.State, cancellationToken);
        if (current is null)
        {
            var posting = PeriodSchedule.Settle(ledger, scope.Now);
            await hours.AppendAsync(scope, posting.Ledger, posting.Entries, cancellationToken);
        }
        else
        {
            // Saving settles what is due: there is nothing to be done before it.
            await subscriptions.SaveAsync(scope, current.Row, Settlement.Of(current.State, ledger), current.Policies, cancellationToken);
        }
    }
}
