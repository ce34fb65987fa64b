using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Hours;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>One customer with everything the desk shows of it.</summary>
public sealed class DeskAccountDetailsReader(
    IDbContextFactory<StorefrontDb> contexts, DeskAccountReader accounts, DeskQueueReader queue, BusinessClock clock)
{
    /// <summary>How many lines of the ledger, and how many payments, are shown.</summary>
    public const int Most = 100;

    /// <summary>With the latest lines of its ledger; null when there is no such account.</summary>
    public Task<DeskAccountDetails?> FindAsync(AccountId id, CancellationToken cancellationToken) => FindAsync(id, before: null, cancellationToken);

    /// <summary>Null when there is no such account.</summary>
    /// <param name="id">The account.</param>
    /// <param name="before">Only lines of the ledger before that sequence; null for the latest.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<DeskAccountDetails?> FindAsync(AccountId id, long? before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken) is not { } account)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        return new DeskAccountDetails(
            account,
            (await accounts.ReadAsync(db, [id], cancellationToken))[id],
            await db.Set<PlanSubscription>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.AccountId == id && row.Status != PlanSubscriptionStatus.Canceled, cancellationToken),
            await DeskAccountReader.ReadPeopleAsync(db, id, cancellationToken),
            [
                .. await db.Set<HourLotRow>().AsNoTracking()
                    .Where(lot => lot.AccountId == id && !lot.Closed && lot.ExpiresAt > now && lot.RemainingMinutes > 0)
                    .OrderBy(lot => lot.ExpiresAt).ThenBy(lot => lot.OpenedBy).ToListAsync(cancellationToken),
            ],
            await db.Set<HourEntryRow>().AsNoTracking().Where(entry => entry.AccountId == id && (before == null || entry.Sequence < before))
                .OrderByDescending(entry => entry.Sequence).Take(Most).ToListAsync(cancellationToken),
            await queue.ReadAccountAsync(id, cancellationToken),
            await db.Set<Order>().AsNoTracking().Where(order => order.AccountId == id)
                .OrderByDescending(order => order.OrderedAt).Take(Most).ToListAsync(cancellationToken),
            await db.Set<Payment>().AsNoTracking().Where(payment => payment.AccountId == id)
                .OrderByDescending(payment => payment.ReceivedAt).Take(Most).ToListAsync(cancellationToken));
    }
}
