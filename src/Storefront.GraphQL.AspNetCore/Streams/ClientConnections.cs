using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.Streams;

/// <summary>
/// How many connections are open of each client, as <see cref="GraphQLRequestInterceptor.IdentifyClient"/> tells them apart, and from each address.
/// </summary>
internal sealed class ClientConnections(GraphQLServerOptions options, GraphQLRequestInterceptor interceptor)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Counter> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Counter> addresses = new(StringComparer.Ordinal);

    /// <summary>Counts a connection of whoever the context says it is, until its request ends or the lease is disposed of.</summary>
    /// <param name="context">The connection's request.</param>
    /// <param name="lease">Null when nothing is counted.</param>
    /// <returns>False when the client, or its address, has as many as it may.</returns>
    public bool TryEnter(HttpContext context, out IDisposable? lease)
    {
        lease = null;
        if (options is { MaxConnectionsPerClient: null, MaxConnectionsPerAddress: null })
        {
            return true;
        }

        var who = options.MaxConnectionsPerClient is null ? null : interceptor.IdentifyClient(context).Key;
        var where = options.MaxConnectionsPerAddress is null ? null : ClientAddress.Of(context.Connection.RemoteIpAddress);
        Counter? client, address;
        lock (gate)
        {
            client = Find(clients, who);
            address = Find(addresses, where);
            if (client?.Open >= options.MaxConnectionsPerClient || address?.Open >= options.MaxConnectionsPerAddress)
            {
                return false;
            }

            Enter(clients, client);
            Enter(addresses, address);
        }

        lease = new Lease(this, client, address);
        context.Response.RegisterForDispose(lease);
        return true;
    }

    private static Counter? Find(Dictionary<string, Counter> counters, string? key) =>
        key is null ? null
        : counters.TryGetValue(key, out var counter) ? counter
        : new Counter(key);

    private static void Enter(Dictionary<string, Counter> counters, Counter? counter)
    {
        if (counter is not null && counter.Open++ == 0)
        {
            counters[counter.Key] = counter;
        }
    }

    private static void Leave(Dictionary<string, Counter> counters, Counter? counter)
    {
        if (counter is not null && --counter.Open == 0)
        {
            counters.Remove(counter.Key);
        }
    }

    private void Leave(Counter? client, Counter? address)
    {
        lock (gate)
        {
            Leave(clients, client);
            Leave(addresses, address);
        }
    }

    private sealed class Counter(string key)
    {
        public string Key => key;

        public int Open { get; set; }
    }

    private sealed class Lease(ClientConnections owner, Counter? client, Counter? address) : IDisposable
    {
        private bool isOver;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref isOver, true))
            {
                owner.Leave(client, address);
            }
        }
    }
}
