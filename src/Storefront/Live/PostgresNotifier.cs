using Npgsql;
using Storefront.Domain.Shared;

namespace Storefront.Live;

/// <summary>Says it by <c>NOTIFY</c>: account and sequence, nothing that could leak.</summary>
internal sealed class PostgresNotifier(NpgsqlDataSource database) : INodeNotifier
{
    public const string Channel = "storefront_events";

    public async Task NotifyAsync(AccountId account, long sequence, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT pg_notify($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Channel });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{account.Value:N} {sequence}" });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
