using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;

namespace Storefront.Store;

/// <summary>
/// The database. Rows and their mappings stand in the feature folders; each large table's key begins with the account's id.
/// Use <see cref="DbContext.Set{TEntity}()"/>; changes to an account go through <see cref="AccountTransactions"/>.
/// </summary>
public abstract class StorefrontDb(DbContextOptions options) : IdentityDbContext<User, Role, UserId>(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Conversions.Apply(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(StorefrontDb).Assembly);
        builder.Entity<IdentityUserRole<UserId>>().ToTable("user_roles");
        builder.Entity<IdentityUserClaim<UserId>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<UserId>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<UserId>>().ToTable("user_tokens");
        builder.Entity<IdentityUserPasskey<UserId>>().ToTable("user_passkeys");
        builder.Entity<IdentityRoleClaim<UserId>>().ToTable("role_claims");
    }
}
