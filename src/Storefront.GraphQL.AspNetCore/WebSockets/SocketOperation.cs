using System.Text.Encodings.Web;
using System.Text.Json;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>An operation on a socket.</summary>
internal sealed class SocketOperation : IDisposable
{
    private readonly CancellationTokenSource cancellation;

    public SocketOperation(string id, CancellationToken socketClosed)
    {
        Id = id;
        EncodedId = JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        NextHead = SocketMessage.NextHead(EncodedId);
        cancellation = CancellationTokenSource.CreateLinkedTokenSource(socketClosed);
        Token = cancellation.Token;
    }

    public string Id { get; }

    /// <summary>The id as it is written between quotation marks.</summary>
    public JsonEncodedText EncodedId { get; }

    /// <summary>What stands before each of its results.</summary>
    public ReadOnlyMemory<byte> NextHead { get; }

    /// <summary>Cancelled when the client completes the operation or the socket closes.</summary>
    public CancellationToken Token { get; }

    public async Task CancelAsync()
    {
        try
        {
            await cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    public void Dispose() => cancellation.Dispose();
}
