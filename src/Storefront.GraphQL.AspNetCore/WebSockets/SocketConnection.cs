using System.Buffers;
using System.Net.WebSockets;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// A WebSocket that sends one message at a time and closes once, in order: what is sent waits for its turn, so that a slow reader holds
/// back its own streams and nothing piles up. Neither receiving nor sending is ever cancelled: a connection that is gone ends both by itself.
/// </summary>
internal sealed class SocketConnection : IDisposable
{
    private const int InitialBufferSize = 4096;

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly WebSocket socket;
    private readonly GraphQLSockets sockets;
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource closing = new();
    private CancellationTokenSource? closeTimeout;
    private long sendingSince;

    public SocketConnection(WebSocket socket, GraphQLSockets sockets)
    {
        this.socket = socket;
        this.sockets = sockets;
        Closing = closing.Token;
    }

    /// <summary>Cancelled when the connection closes, whoever began: nothing is sent any more.</summary>
    public CancellationToken Closing { get; }

    /// <summary>What runs on it, and is cancelled with <see cref="Closing"/>.</summary>
    public SocketOperations Operations { get; } = new();

    /// <summary>When the message was begun that is being sent; 0 while none is.</summary>
    public long SendingSince => Volatile.Read(ref sendingSince);

    /// <summary>Waits until a message begins, without any buffer: nothing of it is read yet.</summary>
    public ValueTask<ValueWebSocketReceiveResult> BeginReceiveAsync() => socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);

    /// <summary>Gives a message that has begun to <paramref name="handle"/>, in whose call alone its memory is valid.</summary>
    /// <returns>False when the client has closed.</returns>
    public async ValueTask<bool> ReceiveAsync(ValueWebSocketReceiveResult received, Func<ReadOnlyMemory<byte>, CancellationToken, Task> handle)
    {
        if (received.MessageType == WebSocketMessageType.Close)
        {
            return false;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(InitialBufferSize);
        var length = 0;
        try
        {
            while (!received.EndOfMessage)
            {
                buffer = Grow(buffer, length);
                received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None).ConfigureAwait(false);
                length += received.Count;
                if (length > sockets.Options.MaxSocketMessageSize)
                {
                    // The rest is read and thrown away, or the client would not come to see why.
                    length = 0;
                    await CloseAsync(CloseCode.MessageTooBig, "Message too big").ConfigureAwait(false);
                }
            }

            if (received.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            if (received.MessageType == WebSocketMessageType.Binary)
            {
                await CloseAsync(CloseCode.BadRequest, "Invalid message received").ConfigureAwait(false);
            }

            if (!Closing.IsCancellationRequested)
            {
                await handle(buffer.AsMemory(0, length), Closing).ConfigureAwait(false);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (socket.State == WebSocketState.Open)
            {
                // A message that was begun is sent whole: cancelling half of it would break the socket for the others.
                Volatile.Write(ref sendingSince, sockets.Now);
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (socket.State == WebSocketState.Aborted && exception is OperationCanceledException or ObjectDisposedException)
        {
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely, exception);
        }
        finally
        {
            Volatile.Write(ref sendingSince, 0);
            turn.Release();
        }
    }

    /// <summary>Cancels <see cref="Closing"/> and what runs. Never fails, whatever a resolver does when it is cancelled.</summary>
    public async Task EndAsync()
    {
        await closing.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Operations.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends the connection without a word.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Sends a close frame, unless one was sent. The client's answer ends <see cref="ReceiveAsync"/>; it is waited for a short time only.</summary>
    public async Task CloseAsync(CloseCode code, string reason)
    {
        await EndAsync().ConfigureAwait(false);
        if (!await turn.WaitAsync(CloseTimeout).ConfigureAwait(false))
        {
            // A message is on its way that the client does not take.
            socket.Abort();
            return;
        }

        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var timeout = new CancellationTokenSource(CloseTimeout);
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, timeout.Token).ConfigureAwait(false);
                closeTimeout ??= new CancellationTokenSource(CloseTimeout);
                closeTimeout.Token.UnsafeRegister(static socket => ((WebSocket)socket!).Abort(), socket);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        closeTimeout?.Dispose();
        closing.Dispose();
        turn.Dispose();
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        if (length < buffer.Length)
        {
            return buffer;
        }

        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
