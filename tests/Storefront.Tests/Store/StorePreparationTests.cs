using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store;

public class StorePreparationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_data_of_another_house_refuses_the_start(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using (var db = store.Db())
        {
            await db.Set<HouseRow>().ExecuteDeleteAsync();
            db.Add(new HouseRow { Key = "fenicio", CreatedAt = TestStore.Start });
            await db.SaveChangesAsync();
        }

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => store.Get<StorePreparation>().RunAsync(CancellationToken.None));

        Assert.Contains("fenicio", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_died_half_way_does_not_stop_the_next_start()
    {
        await using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite);
        await using (var db = store.Db())
        {
            await db.Database.ExecuteSqlRawAsync(
                """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await db.Database.ExecuteSqlRawAsync("""INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""");
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await store.Get<StorePreparation>().RunAsync(patience.Token);
    }

    [Fact]
    public async Task Sqlite_runs_with_write_ahead_log_and_foreign_keys()
    {
        await using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite);
        await using var db = store.Db();

        Assert.Equal("wal", (await db.Database.SqlQuery<string>($"SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").ToListAsync()).Single());
        Assert.Equal(1, (await db.Database.SqlQuery<long>($"SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").ToListAsync()).Single());
        Assert.Equal(5000, (await db.Database.SqlQuery<long>($"SELECT timeout AS \"Value\" FROM pragma_busy_timeout").ToListAsync()).Single());
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_refuses_the_start_with_its_reason()
    {
        var directory = TestFiles.CreateDirectory("test");
        await using var app = StorefrontApp.Build(
            ["--environment", "Development", "--data", directory],
            builder => builder.Configuration["Database"] = "Host=127.0.0.1;Port=1;Database=none;Username=nobody;Timeout=2");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => app.PrepareStorefrontAsync());

        Assert.Contains("cannot be reached", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_changes_nothing_and_says_so()
    {
        await using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite);
        var account = await store.OpenAccountAsync();

        // The limit is the connection's own, so it is set where the action writes; it is never below what the file has now.
        var full = await Assert.ThrowsAnyAsync<Exception>(() => store.Transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                await scope.Db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count=1", token);
                scope.Account.Name = "Tienda Norte";
                await scope.Db.SaveChangesAsync(token);
                scope.Db.Add(new DataProtectionKeyRow { FriendlyName = "large", Xml = new string('x', 1_000_000) });
                return Done.Value;
            },
            CancellationToken.None));

        Assert.True(StoreFailures.IsUnavailable(full));
        await using var db = store.Db();
        Assert.False(await db.Set<DataProtectionKeyRow>().AnyAsync());
        Assert.Equal("Tienda Sur", (await db.Set<Account>().SingleAsync()).Name);
    }
}
