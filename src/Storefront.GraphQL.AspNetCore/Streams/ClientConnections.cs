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

        var entered = new Lease(this);
        if (!TryEnter(context, entered))
        {
            return false;
        }

        lease = entered;
        context.Response.RegisterForDispose(lease);
        return true;
    }

    /// <summary>Counts a connection again that may have turned out to be somebody else's.</summary>
    /// <param name="context">The connection's request.</param>
    /// <param name="lease">What <see cref="TryEnter(HttpContext, out IDisposable?)"/> gave.</param>
    /// <returns>False when that client has as many as it may; the connection is not counted any more.</returns>
    public bool TryEnterAgain(HttpContext context, IDisposable? lease)
    {
        if (lease is not Lease entered)
        {
            return true;
        }

        Leave(entered);
        return TryEnter(context, entered);
    }

    private bool TryEnter(HttpContext context, Lease lease)
    {
        var who = options.MaxConnectionsPerClient is null ? null : interceptor.IdentifyClient(context).Key;
        var where = options.MaxConnectionsPerAddress is null ? null : ClientAddress.Of(context.Connection.RemoteIpAddress);
        lock (gate)
        {
            var client = Find(clients, who);
            var address = Find(addresses, where);
            if (lease.IsOver || client?.Open >= options.MaxConnectionsPerClient || address?.Open >= options.MaxConnectionsPerAddress)
            {
                return false;
            }

            Enter(clients, client);
            Enter(addresses, address);
            (lease.Client, lease.Address) = (client, address);
            return true;
        }
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

    private void Leave(Lease lease, bool isOver = false)
    {
        lock (gate)
        {
            lease.IsOver |= isOver;
            Leave(clients, lease.Client);
            Leave(addresses, lease.Address);
            (lease.Client, lease.Address) = (null, null);
        }
    }

    private sealed class Counter(string key)
    {
        public string Key => key;

        public int Open { get; set; }
    }

    // Guarded by its owner.
    private sealed class Lease(ClientConnections owner) : IDisposable
    {
        public Counter? Client { get; set; }

        public Counter? Address { get; set; }

        public bool IsOver { get; set; }

        public void Dispose() => owner.Leave(this, isOver: true);
    }
}
