using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Search;
using Storefront.Features.Tickets;
using Storefront.Hosting;
using Storefront.Store.DueWork;

namespace Storefront.Store;

/// <summary>Before the first request: migrates the database, makes sure that it is this house's, and sets the sandbox's clock.</summary>
internal sealed class StorePreparation(
    IDbContextFactory<StorefrontDb> contexts, StorefrontSettings settings, Handbooks handbooks, SandboxClock sandboxClock, BusinessClock clock, TimeProvider time, SearchIndex search)
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

            await AddMissingRowsAsync(db, cancellationToken);
            await FoldNamesAsync(db, cancellationToken);
            await search.PrepareAsync(db, cancellationToken);
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

    private async Task AddMissingRowsAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!await db.Set<HouseRow>().AnyAsync(cancellationToken))
        {
            db.Add(new HouseRow { Key = settings.House, CreatedAt = now });
        }

        var handbook = handbooks.Present;
        if (!await db.Set<HandbookVersionRow>().AnyAsync(version => version.Hash == handbook.Version.Hash, cancellationToken))
        {
            db.Add(new HandbookVersionRow
            {
                Hash = handbook.Version.Hash,
                SchemaVersion = handbook.Version.SchemaVersion,
                Json = handbook.CanonicalJson,
                LoadedAt = now,
            });
        }

        if (!await db.Roles.AnyAsync(role => role.Name == Role.Staff, cancellationToken))
        {
            db.Add(new Role { Id = UserId.New(now), Name = Role.Staff, NormalizedName = Role.Staff.ToUpperInvariant() });
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (StoreFailures.IsConflict(exception))
        {
            // Another node starts at the same time and was faster with the very same rows.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Rows from before names were searched in the database.</summary>
    private static async Task FoldNamesAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        const int batch = 500;
        var isMore = true;
        while (isMore && await db.Set<Account>().Where(row => row.FoldedName == "" && row.Name != "").OrderBy(row => row.Id).Take(batch).ToListAsync(cancellationToken) is { Count: > 0 } accounts)
        {
            accounts.ForEach(account => db.Entry(account).Property(row => row.FoldedName).CurrentValue = FoldedText.Of(account.Name));
            isMore = await db.SaveChangesAsync(cancellationToken) > 0;
            db.ChangeTracker.Clear();
        }

        isMore = true;
        while (isMore && await db.Users.Where(row => row.FoldedName == "" && row.DisplayName != "").OrderBy(row => row.Id).Take(batch).ToListAsync(cancellationToken) is { Count: > 0 } users)
        {
            users.ForEach(user => db.Entry(user).Property(row => row.FoldedName).CurrentValue = FoldedText.Of(user.DisplayName));
            isMore = await db.SaveChangesAsync(cancellationToken) > 0;
            db.ChangeTracker.Clear();
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
