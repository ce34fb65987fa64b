using System.Threading.Channels;
using Npgsql;

namespace Storefront.Live;

/// <summary>Hears what other nodes say, on one connection for all channels.</summary>
internal sealed class PostgresListener(
    NpgsqlDataSource database, IEnumerable<INodeChannel> channels, TimeProvider time, ILogger<PostgresListener> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly INodeChannel[] channels = [.. channels];

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
        var heard = Channel.CreateUnbounded<(string Channel, string Said)>(new UnboundedChannelOptions { SingleReader = true });
        connection.Notification += (_, notification) => heard.Writer.TryWrite((notification.Channel, notification.Payload));
        await using (var listen = new NpgsqlCommand(string.Join("; ", channels.Select(channel => $"LISTEN {channel.Name}")), connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var channel in channels)
        {
            await channel.ResumedAsync(cancellationToken);
        }

        while (true)
        {
            await connection.WaitAsync(cancellationToken);
            var all = new List<(string Channel, string Said)>();
            while (heard.Reader.TryRead(out var said))
            {
                all.Add(said);
            }

            foreach (var channel in channels)
            {
                if (all.Where(said => said.Channel == channel.Name).Select(said => said.Said).ToList() is { Count: > 0 } its)
                {
                    await channel.HeardAsync(its, cancellationToken);
                }
            }
        }
    }
}
