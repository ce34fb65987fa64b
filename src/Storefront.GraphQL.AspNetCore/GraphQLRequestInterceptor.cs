using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution.Cost;

namespace Storefront.GraphQL.AspNetCore;

/// <summary>
/// What a host adds to requests. Derive from it and add it with <c>AddRequestInterceptor</c>; the defaults let everybody in as who the connection says they are.
/// </summary>
/// <example>
/// A WebSocket that is opened without a cookie or header says who it is in its first message, <c>{"type":"connection_init","payload":{"Authorization":"Bearer …"}}</c>:
/// <code>
/// public override async ValueTask&lt;bool&gt; OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken)
/// {
///     if (payload.ValueKind != JsonValueKind.Object || !payload.TryGetProperty("Authorization", out var header))
///     {
///         return true;
///     }
///
///     var principal = await tokens.AuthenticateAsync(header.ToString(), cancellationToken);
///     context.User = principal ?? context.User;
///     return principal is not null;
/// }
/// </code>
/// The user set there is the user of every operation on the socket; what else resolvers should know can be kept in <see cref="HttpContext.Items"/> there and
/// put into their context data by <see cref="OnRequestAsync"/>. Items that the host's middleware set are gone by then; features stay.
/// </example>
public class GraphQLRequestInterceptor
{
    /// <summary>
    /// Adds state that resolvers read from their context; called for every operation, whatever its transport. Operations of one WebSocket share
    /// <paramref name="context"/> and may ask at the same time.
    /// </summary>
    /// <exception cref="GraphQLException">The operation is refused with these errors.</exception>
    public virtual ValueTask OnRequestAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>
    /// Who is charged for a request and, where trusted documents are asked of strangers, whether it is one: by default the user, else the
    /// address (of IPv6 the network of 64 bits, of which anybody has as many addresses as they like).
    /// </summary>
    public virtual RequestClient IdentifyClient(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? new RequestClient($"user:{name}")
            : new RequestClient($"address:{ClientAddress.Of(context.Connection.RemoteIpAddress)}") { IsAnonymous = true };
    }

    /// <summary>
    /// Whether who asks may see the schema, by introspection and in the explorer (section 4.1 leaves this to the server); called after
    /// <see cref="OnRequestAsync"/>. Null, the default, for what <see cref="Execution.ExecutorOptions.AllowIntrospection"/> says.
    /// </summary>
    public virtual bool? AllowIntrospection(HttpContext context) => null;

    /// <summary>Decides about a WebSocket when its <c>connection_init</c> has come; false closes it with 4403. It may set the context's user.</summary>
    /// <param name="context">The request that opened the socket.</param>
    /// <param name="payload">The message's payload: an object, null, or undefined where there is none.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    public virtual ValueTask<bool> OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken) =>
        ValueTask.FromResult(true);

    /// <summary>
    /// Whether who opened a stream may still listen; asked for every stream each <see cref="GraphQLServerOptions.RevalidationInterval"/>, so that a revoked token
    /// ends its streams: a WebSocket closes with 4403, an event stream with an error of the code <c>UNAUTHENTICATED</c>. With thousands of streams it should be cheap.
    /// </summary>
    public virtual ValueTask<bool> IsStillValidAsync(HttpContext context, CancellationToken cancellationToken) => ValueTask.FromResult(true);
}
