using System.Net.Sockets;

namespace Storefront.Benchmarks.Live;

/// <summary>Over Server-Sent Events.</summary>
internal sealed class EventStreamSubscriber : Subscriber
{
    protected override async Task SubscribeAsync(SubscriberRequest request) => await Socket.SendAsync(request.ToEventStream(), SocketFlags.None);

    protected override ValueTask<int> TakeAsync(ReadOnlyMemory<byte> received)
    {
        var marker = "event: next"u8;
        var rest = received.Span;
        int at;
        while ((at = rest.IndexOf(marker)) >= 0)
        {
            Heard?.Invoke();
            rest = rest[(at + marker.Length)..];
        }

        // The beginning of a marker may stand at the end.
        return new(received.Length - Math.Min(rest.Length, marker.Length - 1));
    }
}
