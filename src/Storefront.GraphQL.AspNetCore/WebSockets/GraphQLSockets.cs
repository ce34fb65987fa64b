using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Storefront.GraphQL.AspNetCore.Streams;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>What all sockets share.</summary>
internal sealed class GraphQLSockets(
    GraphQLServerOptions options,
    GraphQLRequestInterceptor interceptor,
    ClientConnections connections,
    IServiceScopeFactory scopes,
    TimeProvider time,
    IHostApplicationLifetime lifetime) : IDisposable
{
    public GraphQLServerOptions Options => options;

    public GraphQLRequestInterceptor Interceptor => interceptor;

    public ClientConnections Connections => connections;

    /// <summary>Where each operation has its services from.</summary>
    public IServiceScopeFactory Scopes => scopes;

    /// <summary>Looks after sockets that have said who they are.</summary>
    public StreamPulse Pulse { get; } = new(options.PulseInterval, time, lifetime.ApplicationStopping);

    /// <summary>Looks after sockets whose <c>connection_init</c> has not come: at the first beat it is too late.</summary>
    public StreamPulse Initialization { get; } = new(options.ConnectionInitTimeout, time, lifetime.ApplicationStopping);

    /// <summary>The present moment as <see cref="IsTooLong"/> takes it; never 0.</summary>
    public long Now => time.GetTimestamp() | 1;

    /// <summary>Whether a client takes too long to read a message that was begun then; 0 stands for none.</summary>
    public bool IsTooLong(long begun) => begun != 0 && time.GetElapsedTime(begun) > options.SocketSendTimeout;

    public void Dispose()
    {
        Pulse.Dispose();
        Initialization.Dispose();
    }
}
