using Microsoft.EntityFrameworkCore;

namespace Storefront.Store;

/// <summary>The database of several web nodes.</summary>
public sealed class PostgresStorefrontDb(DbContextOptions<PostgresStorefrontDb> options) : StorefrontDb(options);
