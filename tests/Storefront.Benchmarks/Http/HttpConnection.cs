using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Storefront.Benchmarks.Http;

/// <summary>
/// One kept-alive connection that sends one request at a time. It understands no more of HTTP than this server answers, so that the client
/// takes as little as possible of the cores that it shares with the server.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    public static async Task<HttpConnection> OpenAsync(IPEndPoint server)
    {
        var connection = new HttpConnection();
        await connection.socket.ConnectAsync(server);
        return connection;
    }

    /// <summary>Sends a request and reads its answer to the end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Where the answer's body goes; null to drop it.</param>
    /// <returns>The status.</returns>
    public async ValueTask<int> SendAsync(RawRequest request, Stream? body = null)
    {
        await socket.SendAsync(request.Bytes, SocketFlags.None);
        start = end = 0;
        int headersEnd;
        while ((headersEnd = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await ReceiveAsync();
        }

        var headers = new HttpHeaders(buffer.AsSpan(start, headersEnd + 2));
        var status = headers.Status;
        var length = headers.ContentLength;
        start += headersEnd + 4;
        if (length is { } known)
        {
            await TakeAsync(known, body);
            return status;
        }

        while (await ReadChunkSizeAsync() is var size and > 0)
        {
            await TakeAsync(size, body);
            await TakeAsync(2, null);
        }

        await TakeAsync(2, null);
        return status;
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask<int> ReadChunkSizeAsync()
    {
        int lineEnd;
        while ((lineEnd = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0)
        {
            await ReceiveAsync();
        }

        if (!Utf8Parser.TryParse(buffer.AsSpan(start, lineEnd), out int size, out _, 'x'))
        {
            throw new InvalidDataException("The answer has a chunk without a size.");
        }

        start += lineEnd + 2;
        return size;
    }

    private async ValueTask TakeAsync(int count, Stream? target)
    {
        while (end - start < count)
        {
            await ReceiveAsync();
        }

        target?.Write(buffer, start, count);
        start += count;
    }

    private async ValueTask ReceiveAsync()
    {
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var received = await socket.ReceiveAsync(buffer.AsMemory(end), SocketFlags.None);
        end += received > 0 ? received : throw new EndOfStreamException("The server closed the connection.");
    }
}
