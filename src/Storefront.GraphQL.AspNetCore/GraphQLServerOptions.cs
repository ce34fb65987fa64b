namespace Storefront.GraphQL.AspNetCore;

/// <summary>How the transports behave.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>Whether queries (and subscriptions over SSE) may be asked by GET. Mutations never may.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>The largest body of a request, in bytes. Default: 1 MiB.</summary>
    public int MaxRequestSize { get; set; } = 1024 * 1024;

    /// <summary>The largest message on a WebSocket, in bytes. Default: 1 MiB.</summary>
    public int MaxSocketMessageSize { get; set; } = 1024 * 1024;

    /// <summary>How many operations may be open on one WebSocket at a time. Default: 100.</summary>
    public int MaxOperationsPerSocket { get; set; } = 100;

    /// <summary>How long a WebSocket may take to send <c>connection_init</c>. Default: 10 seconds.</summary>
    public TimeSpan ConnectionInitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often an otherwise silent stream says that it is alive: a comment on SSE, a ping frame on WebSocket, whose client is taken for
    /// gone when it does not answer for as long again. Default: 12 seconds.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(12);
}
