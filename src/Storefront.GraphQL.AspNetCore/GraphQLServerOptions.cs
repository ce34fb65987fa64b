using Storefront.GraphQL.AspNetCore.Explorer;
using Storefront.GraphQL.AspNetCore.Uploads;

namespace Storefront.GraphQL.AspNetCore;

/// <summary>How the transports behave.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>
    /// Whether queries (and subscriptions over SSE) may be asked by GET. Mutations never may. One that carries a cookie and no token of its own
    /// must say <c>Sec-Fetch-Site: same-origin</c> or <c>none</c>, as browsers do by themselves; otherwise it is refused with 403.
    /// </summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>The largest body of a request, in bytes; of a multipart request, its part <c>operations</c>. Default: 1 MiB.</summary>
    public int MaxRequestSize { get; set; } = 1024 * 1024;

    /// <summary>The most levels of a request's JSON, from 1. Default: 64.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>Whether a POST may bring a list of requests, which are executed one after the other. Default: false.</summary>
    public bool EnableBatching { get; set; }

    /// <summary>The most requests in such a list (inclusive). Default: 10.</summary>
    public int MaxBatchSize { get; set; } = 10;

    /// <summary>Files in multipart requests.</summary>
    public UploadOptions Uploads { get; } = new();

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

    /// <summary>How often it is asked whether who opened a stream may still listen. Default: 5 seconds.</summary>
    public TimeSpan RevalidationInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a browser whose event stream was cut off waits before it asks again (the field <c>retry</c>); each is told something between
    /// this and twice as much. Default: 2 seconds.
    /// </summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a message may wait for a WebSocket's client to take it, before the socket is cut off. Default: 30 seconds.</summary>
    public TimeSpan SocketSendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many event streams and WebSockets one client may keep open at a time; <see cref="GraphQLRequestInterceptor.IdentifyClient"/> says who is
    /// one. Null, the default, for as many as it likes.
    /// </summary>
    public int? MaxConnectionsPerClient { get; set; }

    /// <summary>
    /// How many event streams and WebSockets may be open at a time from one address (of IPv6 the network of 64 bits), whoever they are. Behind a
    /// proxy the host has to know the client's own address. Null, the default, for as many as it likes.
    /// </summary>
    public int? MaxConnectionsPerAddress { get; set; }

    /// <summary>How often each stream is looked after.</summary>
    internal TimeSpan PulseInterval => KeepAliveInterval < RevalidationInterval ? KeepAliveInterval : RevalidationInterval;

    /// <summary>The explorer that browsers get at the endpoint.</summary>
    public GraphQLToolOptions Tool { get; } = new();
}
