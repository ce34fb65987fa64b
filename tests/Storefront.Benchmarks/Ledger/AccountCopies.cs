using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Hours;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Benchmarks.Ledger;

/// <summary>Copies of an account that the program opened, written in bulk: opening ten thousand one after the other would be the benchmark.</summary>
internal sealed class AccountCopies(LedgerStore store)
{
    private const int Batch = 500;

    /// <summary>Adds copies of an account with its subscription, hours, owner and what wakes it.</summary>
    public async Task AddAsync(AccountId original, int count)
    {
        await using var read = store.Db();
        var account = await read.Set<Account>().AsNoTracking().SingleAsync(row => row.Id == original);
        var members = await RowsAsync<Member>(read, row => row.AccountId == original);
        var subscriptions = await RowsAsync<PlanSubscription>(read, row => row.AccountId == original);
        var entries = await RowsAsync<HourEntryRow>(read, row => row.AccountId == original);
        var lots = await RowsAsync<HourLotRow>(read, row => row.AccountId == original);
        var movements = await RowsAsync<HourLotMovementRow>(read, row => row.AccountId == original);
        var ledgers = await RowsAsync<HourLedgerRow>(read, row => row.AccountId == original);
        var works = await RowsAsync<DueWorkRow>(read, row => row.AccountId == original);
        for (var done = 0; done < count; done += Batch)
        {
            await using var db = store.Db();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var number = done; number < Math.Min(count, done + Batch); number++)
            {
                var (id, subscription) = (AccountId.New(store.Time.Now), SubscriptionId.New(store.Time.Now));
                var was = subscriptions[0].Id;
                Add(db, account, (nameof(Account.Id), id), (nameof(Account.Name), string.Create(CultureInfo.InvariantCulture, $"Tienda {number}")));
                members.ForEach(row => Add(db, row, (nameof(row.AccountId), id), (nameof(row.Id), MemberId.New(store.Time.Now))));
                subscriptions.ForEach(row => Add(db, row, (nameof(row.AccountId), id), (nameof(row.Id), subscription)));
                lots.ForEach(row => Add(db, row, (nameof(row.AccountId), id)));
                entries.ForEach(row => Add(
                    db,
                    row,
                    (nameof(row.AccountId), id),
                    (nameof(row.SubjectId), subscription.Value),
                    (nameof(row.IdempotencyKey), row.IdempotencyKey.Replace($"{was.Value:N}", $"{subscription.Value:N}", StringComparison.Ordinal))));
                movements.ForEach(row => Add(db, row, (nameof(row.AccountId), id)));
                ledgers.ForEach(row => Add(db, row, (nameof(row.AccountId), id)));
                works.ForEach(row => Add(
                    db,
                    row,
                    (nameof(row.AccountId), id),
                    (nameof(row.Id), DueWorkId.New(store.Time.Now)),
                    (nameof(row.Key), row.Key.Replace($"{original.Value:N}", $"{id.Value:N}", StringComparison.Ordinal))));
            }

            await db.SaveChangesAsync();
        }
    }

    private static Task<List<T>> RowsAsync<T>(StorefrontDb db, Expression<Func<T, bool>> ofAccount)
        where T : class => db.Set<T>().AsNoTracking().Where(ofAccount).ToListAsync();

    private static void Add<T>(StorefrontDb db, T row, params ReadOnlySpan<(string Name, object Value)> changes)
        where T : class
    {
        var copy = db.Entry((T)db.Entry(row).CurrentValues.ToObject());
        foreach (var (name, value) in changes)
        {
            copy.Property(name).CurrentValue = value;
        }

        copy.State = EntityState.Added;
    }
}
