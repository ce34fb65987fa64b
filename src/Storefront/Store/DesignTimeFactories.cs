using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Storefront.Store;

/// <summary>For <c>dotnet ef</c>, which needs the model and no database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteStorefrontDb>
{
    public SqliteStorefrontDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStorefrontDb>().UseSqlite("Data Source=design-time.db").UseIdentitySchema().Options);
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresStorefrontDb>
{
    public PostgresStorefrontDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresStorefrontDb>().UseNpgsql("Host=design-time").UseIdentitySchema().Options);
}

/// <summary>Identity asks the program's services for the version of its tables; here there is no program.</summary>
file static class DesignTimeOptions
{
    private static readonly IServiceProvider Services =
        new ServiceCollection().Configure<IdentityOptions>(options => options.Stores.SchemaVersion = StoreFeature.IdentitySchema).BuildServiceProvider();

    public static DbContextOptionsBuilder<TContext> UseIdentitySchema<TContext>(this DbContextOptionsBuilder<TContext> options)
        where TContext : DbContext => options.UseApplicationServiceProvider(Services);
}
