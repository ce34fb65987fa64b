using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Storefront.Tests.Live.Cuts;

/// <summary>Stands between clients and a server, and cuts each connection when so many bytes of the server's have passed.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<int> cuts = new();
    private readonly ConcurrentDictionary<CancellationTokenSource, byte> open = new();
    private readonly MemoryStream passed = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private volatile bool isPaused;

    /// <param name="server">Where connections go.</param>
    public CuttingProxy(Uri server)
    {
        Server = server;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    /// <summary>Where connections to come go.</summary>
    public Uri Server { get; set; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What the server has sent so far on all connections.</summary>
    public byte[] Passed
    {
        get
        {
            lock (passed)
            {
                return passed.ToArray();
            }
        }
    }

    /// <summary>The next connections are cut each after so many bytes; those behind them are not.</summary>
    public void CutNext(IEnumerable<int> bytes)
    {
        foreach (var count in bytes)
        {
            cuts.Enqueue(count);
        }
    }

    /// <summary>Waits until there is a connection for each cut.</summary>
    public async Task WhenCutsAreTakenAsync()
    {
        while (!cuts.IsEmpty)
        {
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    /// <summary>Cuts all connections, and lets none through until <see cref="Resume"/>.</summary>
    public async Task PauseAsync()
    {
        isPaused = true;
        while (!open.IsEmpty)
        {
            foreach (var connection in open.Keys)
            {
                await CutAsync(connection);
            }

            await Task.Yield();
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Resume() => isPaused = false;

    private static async Task CutAsync(CancellationTokenSource connection)
    {
        try
        {
            await connection.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                if (isPaused)
                {
                    client.Dispose();
                    continue;
                }

                _ = RelayAsync(client, cuts.TryDequeue(out var cut) ? cut : int.MaxValue);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task RelayAsync(TcpClient client, int left)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        using var server = new TcpClient();
        open[ended] = 0;
        var asking = Task.CompletedTask;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, Server.Port, ended.Token);
            asking = AskAsync(client, server, ended);
            var buffer = new byte[4096];
            while (left > 0 && await server.GetStream().ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), ended.Token) is var count and > 0)
            {
                lock (passed)
                {
                    passed.Write(buffer, 0, count);
                }

                await client.GetStream().WriteAsync(buffer.AsMemory(0, count), ended.Token);
                left -= count;
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // One of the two has gone, or is not there.
        }
        finally
        {
            await ended.CancelAsync();
            server.Close();
            client.Close();
            await asking;
            open.TryRemove(ended, out _);
        }
    }

    private static async Task AskAsync(TcpClient client, TcpClient server, CancellationTokenSource ended)
    {
        try
        {
            await client.GetStream().CopyToAsync(server.GetStream(), ended.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two has gone.
        }

        await ended.CancelAsync();
    }
}
