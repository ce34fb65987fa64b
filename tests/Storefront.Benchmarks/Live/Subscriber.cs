using System.Net;
using System.Net.Sockets;

namespace Storefront.Benchmarks.Live;

/// <summary>
/// A client of one subscription that understands no more than it must, so that thousands of them leave the cores that they share with the
/// server to it.
/// </summary>
internal abstract class Subscriber : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task reading = Task.CompletedTask;

    /// <summary>Called at each event; set before <see cref="Listen"/>.</summary>
    public Action? Heard { get; set; }

    protected Socket Socket => socket;

    /// <summary>Connects and subscribes.</summary>
    public async Task OpenAsync(IPEndPoint server, SubscriberRequest request)
    {
        await socket.ConnectAsync(server);
        await SubscribeAsync(request);
    }

    /// <summary>Makes the network's buffer on this side as small as the system allows, for a reader that will not read.</summary>
    public void KeepBufferSmall() => socket.ReceiveBufferSize = 1;

    /// <summary>Begins to read.</summary>
    public void Listen() => reading = ReadAsync();

    public void Dispose()
    {
        socket.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits until the server has said anything: the head of its stream, or the acknowledgement.</summary>
    public Task WhenAnsweredAsync() => answered.Task;

    /// <summary>Waits until the reading has ended, after <see cref="Dispose"/>.</summary>
    public Task WhenEndedAsync() => reading;

    protected abstract Task SubscribeAsync(SubscriberRequest request);

    /// <summary>Looks through what has come.</summary>
    /// <returns>How many bytes were looked through; the rest is given again with what follows.</returns>
    protected abstract ValueTask<int> TakeAsync(ReadOnlyMemory<byte> received);

    private async Task ReadAsync()
    {
        var buffer = new byte[2048];
        var kept = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(kept), SocketFlags.None) is var count and > 0)
            {
                answered.TrySetResult();
                var length = kept + count;
                var taken = await TakeAsync(buffer.AsMemory(0, length));
                kept = length - taken;
                buffer.AsSpan(taken, kept).CopyTo(buffer);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Closed by the benchmark.
        }
        finally
        {
            answered.TrySetResult();
        }
    }
}
