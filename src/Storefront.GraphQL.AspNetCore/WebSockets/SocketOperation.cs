using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>An operation on a socket: its id, its services, what it is answered with, and its end.</summary>
internal sealed class SocketOperation(string id, AsyncServiceScope scope) : IAsyncDisposable
{
    public string Id => id;

    /// <summary>What stands before each of its results.</summary>
    public byte[] NextHead { get; } = SocketMessage.NextHead(Encode(id));

    public IServiceProvider Services => scope.ServiceProvider;

    /// <summary>What it is answered with. The operation disposes of it.</summary>
    public ExecutionResult? Result { get; set; }

    /// <summary>Cancelled when the client completes the operation or the socket closes.</summary>
    public CancellationToken Token => Cancellation.Token;

    /// <summary>The source of <see cref="Token"/>. Never disposed of: that would make it forget those it has still to cancel, and it has no timer.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>The id as it is written between quotation marks.</summary>
    public JsonEncodedText EncodedId => Encode(id);

    public async ValueTask DisposeAsync()
    {
        await using (scope.ConfigureAwait(false))
        {
            if (Result is { } result)
            {
                await result.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static JsonEncodedText Encode(string id) => JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
