using Microsoft.EntityFrameworkCore;

namespace Storefront.Store;

/// <summary>The embedded database: one file, one machine.</summary>
public sealed class SqliteStorefrontDb(DbContextOptions<SqliteStorefrontDb> options) : StorefrontDb(options);
