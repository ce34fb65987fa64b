using System.Buffers.Binary;
using System.Net.Sockets;

namespace Storefront.Benchmarks.Live;

/// <summary>Over <c>graphql-transport-ws</c>. It answers pings, or the server would take it for gone.</summary>
internal sealed class SocketSubscriber : Subscriber
{
    private const byte Text = 0x81;
    private const byte Ping = 0x89;
    private const byte Pong = 0x8A;
    private const byte Masked = 0x80;

    private int toSkip;

    protected override async Task SubscribeAsync(SubscriberRequest request)
    {
        await Socket.SendAsync(request.ToUpgrade(), SocketFlags.None);
        var buffer = new byte[1024];
        var received = 0;
        while (buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8) < 0)
        {
            var count = await Socket.ReceiveAsync(buffer.AsMemory(received), SocketFlags.None);
            received += count > 0 ? count : throw new EndOfStreamException("The server refused the socket.");
        }

        // The acknowledgement need not be waited for: the server takes messages in their order.
        await Socket.SendAsync((byte[])[.. Frame(Text, "{\"type\":\"connection_init\"}"u8), .. Frame(Text, request.ToSubscribe())], SocketFlags.None);
    }

    protected override async ValueTask<int> TakeAsync(ReadOnlyMemory<byte> received)
    {
        var position = 0;
        while (position < received.Length)
        {
            var skipped = Math.Min(toSkip, received.Length - position);
            position += skipped;
            toSkip -= skipped;
            if (received.Length - position < 2 || (HeaderOf(received.Span[position..]) is var (header, payload) && received.Length - position < header + Math.Min(payload, 64)))
            {
                break;
            }

            var frame = received[position..];
            var start = frame.Slice(header, Math.Min(payload, 64));
            if (frame.Span[0] == Ping)
            {
                await Socket.SendAsync(Frame(Pong, start.Span), SocketFlags.None);
            }
            else if (start.Span.IndexOf("\"next\""u8) >= 0)
            {
                Heard?.Invoke();
            }

            position += header;
            toSkip = payload;
        }

        return position;
    }

    private static (int Header, int Payload) HeaderOf(ReadOnlySpan<byte> frame) => frame[1] switch
    {
        126 => (4, frame.Length < 4 ? int.MaxValue - 4 : BinaryPrimitives.ReadUInt16BigEndian(frame[2..])),
        127 => (10, frame.Length < 10 ? int.MaxValue - 10 : (int)BinaryPrimitives.ReadUInt64BigEndian(frame[2..])),
        var length => (2, length),
    };

    // A client has to mask; a mask of zeros leaves the bytes as they are.
    private static byte[] Frame(byte kind, ReadOnlySpan<byte> payload) => payload.Length < 126
        ? [kind, (byte)(Masked | payload.Length), 0, 0, 0, 0, .. payload]
        : [kind, Masked | 126, (byte)(payload.Length >> 8), (byte)payload.Length, 0, 0, 0, 0, .. payload];
}
