using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Storefront.Store;

/// <summary>What each SQLite connection is told when it opens: wait for a lock, keep foreign keys, how safely to write.</summary>
/// <param name="fullSync">Whether a commit survives a power cut; the sandbox does without.</param>
internal sealed class SqliteSession(bool fullSync) : DbConnectionInterceptor
{
    private readonly string pragmas =
        $"PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA synchronous={(fullSync ? "FULL" : "NORMAL")};";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
