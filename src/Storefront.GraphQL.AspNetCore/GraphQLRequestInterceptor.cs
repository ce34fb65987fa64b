using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore;

/// <summary>What a host adds to requests. Derive from it and register it; the defaults let everybody in as who the connection says they are.</summary>
public class GraphQLRequestInterceptor
{
    /// <summary>Adds state that resolvers read from their context; called for every operation, whatever its transport.</summary>
    public virtual ValueTask OnRequestAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>Decides about a WebSocket when its <c>connection_init</c> has come; it may set the context's user.</summary>
    /// <param name="context">The request that opened the socket.</param>
    /// <param name="payload">The message's payload, or undefined.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    public virtual ValueTask<bool> OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken) =>
        ValueTask.FromResult(true);

    /// <summary>Whether who opened a stream may still listen; asked at every keep-alive, so that a revoked token ends its streams.</summary>
    public virtual ValueTask<bool> IsStillValidAsync(HttpContext context, CancellationToken cancellationToken) => ValueTask.FromResult(true);
}
