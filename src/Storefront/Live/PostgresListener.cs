using System.Globalization;
using System.Threading.Channels;
using Npgsql;
using Storefront.Domain.Shared;

namespace Storefront.Live;

/// <summary>Hears what other nodes published. After a lost connection every followed account is read again.</summary>
internal sealed class PostgresListener(NpgsqlDataSource database, EventRelay relay, TimeProvider time, ILogger<PostgresListener> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The connection that listens was lost; it is made again");
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var heard = Channel.CreateUnbounded<AccountId>(new UnboundedChannelOptions { SingleReader = true });
        connection.Notification += (_, notification) =>
        {
            if (Guid.TryParse(notification.Payload.Split(' ')[0], CultureInfo.InvariantCulture, out var account))
            {
                heard.Writer.TryWrite(new AccountId(account));
            }
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresNotifier.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        await relay.HeardAsync(account: null, cancellationToken);
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
            var accounts = new HashSet<AccountId>();
            while (heard.Reader.TryRead(out var account))
            {
                accounts.Add(account);
            }

            foreach (var account in accounts)
            {
                await relay.HeardAsync(account, cancellationToken);
            }
        }
    }
}
