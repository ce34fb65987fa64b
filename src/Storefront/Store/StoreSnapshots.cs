using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Storefront.Store;

/// <summary>Reads several things as they stood at one moment, without making anybody wait.</summary>
public sealed class StoreSnapshots(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>Everything that <paramref name="read"/> reads is of one moment, such as a state and the sequence that it has come to.</summary>
    public async Task<T> ReadAsync<T>(Func<StorefrontDb, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await BeginAsync(db, cancellationToken);
        var result = await read(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private static async Task<IDbContextTransaction> BeginAsync(StorefrontDb db, CancellationToken cancellationToken) =>
        db.Database.GetDbConnection() is SqliteConnection sqlite
            ? (await db.Database.UseTransactionAsync(sqlite.BeginTransaction(deferred: true), cancellationToken))!
            : await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
}
