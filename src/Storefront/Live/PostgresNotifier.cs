using Npgsql;
using Storefront.Domain.Shared;

namespace Storefront.Live;

/// <summary>Says it by <c>NOTIFY</c>: of accounts their id and sequence, nothing that could leak.</summary>
internal sealed class PostgresNotifier(NpgsqlDataSource database) : INodeNotifier, INodeVoice
{
    public Task NotifyAsync(AccountId account, long sequence, CancellationToken cancellationToken) =>
        SayAsync(EventChannel.Channel, [$"{account.Value:N} {sequence}"], cancellationToken);

    public async Task SayAsync(string channel, IReadOnlyList<string> messages, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT pg_notify($1, said) FROM unnest($2) AS said");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = channel });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. messages] });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
