using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Search;

/// <summary>SQL beside Entity Framework's model, in its transaction.</summary>
internal static class SearchCommands
{
    public static async Task RunAsync(this StorefrontDb db, string sql, (string Name, object Value)[] values, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = Command(db, sql, values);

        // An index of many years' messages takes its time.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<IReadOnlyList<T>> ReadAsync<T>(
        this StorefrontDb db, string sql, (string Name, object Value)[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = Command(db, sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var all = new List<T>();
        while (await rows.ReadAsync(cancellationToken))
        {
            all.Add(read(rows));
        }

        return all;
    }

    /// <summary>A hit of a row of account, ticket, message, instant and entry.</summary>
    public static SearchHit HitOf(DbDataReader row, bool isNote) => new(
        new AccountId(row.GetGuid(0)), new TicketId(row.GetGuid(1)), row.IsDBNull(2) ? null : new TicketMessageId(row.GetGuid(2)), row.GetInt64(3), isNote, row.GetInt64(4));

    private static DbCommand Command(StorefrontDb db, string sql, (string Name, object Value)[] values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
