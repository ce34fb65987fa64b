using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Storefront.GraphQL.AspNetCore.Streams;

namespace Storefront.GraphQL.AspNetCore.Sse;

/// <summary>What all event streams share.</summary>
internal sealed class EventStreams(
    GraphQLServerOptions options,
    GraphQLRequestInterceptor interceptor,
    ClientConnections connections,
    IServiceScopeFactory scopes,
    TimeProvider time,
    IHostApplicationLifetime lifetime) : IDisposable
{
    public GraphQLRequestInterceptor Interceptor => interceptor;

    public ClientConnections Connections => connections;

    public IServiceScopeFactory Scopes => scopes;

    public StreamPulse Pulse { get; } = new(options.PulseInterval, time, lifetime.ApplicationStopping);

    /// <summary>The present moment as <see cref="IsSilent"/> takes it.</summary>
    public long Now => time.GetTimestamp();

    /// <summary>Whether a stream has been silent for as long as one may be before the next look.</summary>
    public bool IsSilent(long lastWritten) => time.GetElapsedTime(lastWritten) + (options.PulseInterval / 2) >= options.KeepAliveInterval;

    /// <summary>
    /// How long a client that was cut off waits before it asks again: some wait longer than others, so that a server that comes back is not
    /// asked by all of them at once.
    /// </summary>
    public TimeSpan NextRetryDelay() => options.ReconnectDelay * (1 + Random.Shared.NextDouble());

    public void Dispose() => Pulse.Dispose();
}
