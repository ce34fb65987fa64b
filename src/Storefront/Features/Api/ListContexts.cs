using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Storefront.Store;

namespace Storefront.Features.Api;

/// <summary>
/// Contexts for lists that are filtered, ordered and paged after their resolver has returned: one for each, since resolvers run side by side,
/// disposed with the request.
/// </summary>
public sealed class ListContexts(IDbContextFactory<StorefrontDb> contexts) : IAsyncDisposable
{
    private readonly ConcurrentBag<StorefrontDb> open = [];

    public StorefrontDb Create()
    {
        var db = contexts.CreateDbContext();
        open.Add(db);
        return db;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var db in open)
        {
            await db.DisposeAsync();
        }
    }
}
