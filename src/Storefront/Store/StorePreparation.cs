using Microsoft.EntityFrameworkCore;
using Storefront.Hosting;
using Storefront.Store.DueWork;

namespace Storefront.Store;

/// <summary>Before the first request: migrates the database, makes sure that it is this house's, and sets the sandbox's clock.</summary>
internal sealed class StorePreparation(
    IDbContextFactory<StorefrontDb> contexts, StorefrontSettings settings, SandboxClock sandboxClock, BusinessClock clock, TimeProvider time)
{
    /// <exception cref="StartRefusedException">It is another house's, or cannot be reached.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(settings.DataDirectory);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await RefuseOtherHouseAsync(db, cancellationToken);
            if (db is SqliteStorefrontDb)
            {
                await MigrateSqliteAsync(db, cancellationToken);
            }
            else
            {
                await db.Database.MigrateAsync(cancellationToken);
            }

            if (!await db.Set<HouseRow>().AnyAsync(cancellationToken))
            {
                db.Add(new HouseRow { Key = settings.House, CreatedAt = clock.GetCurrentInstant() });
                await db.SaveChangesAsync(cancellationToken);
            }

            await RefuseOtherHouseAsync(db, cancellationToken);
            if (settings.IsSandbox)
            {
                await sandboxClock.RestoreAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (StoreFailures.IsUnavailable(exception) || exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException("The database cannot be reached:", [exception.Message]);
        }
    }

    private async Task RefuseOtherHouseAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken) || !(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        if (await db.Set<HouseRow>().Select(house => house.Key).SingleOrDefaultAsync(cancellationToken) is { } owner && owner != settings.House)
        {
            throw new StartRefusedException(
                $"The data is of the house {owner}, and this is the house {settings.House}:",
                [settings.PostgresConnectionString is null ? settings.DataDirectory : "the PostgreSQL database of the setting Database"]);
        }
    }

    /// <summary>A process that dies while it migrates leaves Entity Framework's lock row behind, which would be waited for without end.</summary>
    private async Task MigrateSqliteAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        await using var held = await HoldAsync(Path.Combine(settings.DataDirectory, "migration.lock"), cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private async Task<FileStream> HoldAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempts = 0; ; attempts++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempts < 300)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
            }
        }
    }
}
