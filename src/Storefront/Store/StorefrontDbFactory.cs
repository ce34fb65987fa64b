using Microsoft.EntityFrameworkCore;

namespace Storefront.Store;

/// <summary>Gives contexts of whichever database was chosen under the one type that features know.</summary>
internal sealed class StorefrontDbFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<StorefrontDb>
    where TContext : StorefrontDb
{
    public StorefrontDb CreateDbContext() => contexts.CreateDbContext();

    public async Task<StorefrontDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
