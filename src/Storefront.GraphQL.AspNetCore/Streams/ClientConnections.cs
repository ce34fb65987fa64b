using Microsoft.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.Streams;

/// <summary>How many connections each client keeps open, as <see cref="GraphQLRequestInterceptor.IdentifyClient"/> tells them apart.</summary>
internal sealed class ClientConnections(GraphQLServerOptions options, GraphQLRequestInterceptor interceptor)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);

    /// <summary>Counts a connection of whoever the context says it is, until its request ends or the lease is disposed of.</summary>
    /// <param name="context">The connection's request.</param>
    /// <param name="lease">Null when nothing is counted.</param>
    /// <returns>False when the client has as many as it may.</returns>
    public bool TryEnter(HttpContext context, out IDisposable? lease)
    {
        lease = null;
        if (options.MaxConnectionsPerClient is not { } most)
        {
            return true;
        }

        var client = interceptor.IdentifyClient(context).Key;
        lock (gate)
        {
            var count = open.GetValueOrDefault(client);
            if (count >= most)
            {
                return false;
            }

            open[client] = count + 1;
        }

        lease = new Lease(this, client);
        context.Response.RegisterForDispose(lease);
        return true;
    }

    private void Leave(string client)
    {
        lock (gate)
        {
            if (--open[client] == 0)
            {
                open.Remove(client);
            }
        }
    }

    private sealed class Lease(ClientConnections owner, string client) : IDisposable
    {
        private bool isOver;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref isOver, true))
            {
                owner.Leave(client);
            }
        }
    }
}
