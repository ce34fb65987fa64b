using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Features.Accounts;
using Storefront.Store.DueWork;
using Storefront.Stripe.Sandbox;

namespace Storefront.Store.Seeding;

/// <summary>All that the sandbox knows of anybody, here and in the local Stripe, and throwing it away.</summary>
public sealed class SandboxData(
    IDbContextFactory<StorefrontDb> contexts,
    WriteQueue writers,
    SandboxClock sandboxClock,
    DueWorkRunner dueWork,
    BusinessClock clock,
    LocalStripe stripe)
{
    // What the program itself put there when it started.
    private static readonly Type[] Kept = [typeof(HouseRow), typeof(HandbookVersionRow), typeof(DataProtectionKeyRow), typeof(Role)];

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !await db.Users.AnyAsync(cancellationToken) && !await db.Set<Account>().AnyAsync(cancellationToken);
    }

    /// <summary>Empties both databases and lets the business clock show real time again. Nothing due runs meanwhile.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        using var clockStandsStill = await sandboxClock.StandStillAsync(cancellationToken);
        using var nothingRuns = await dueWork.StandStillAsync(cancellationToken);
        await stripe.StartOverAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using (await writers.EnterAsync(db, cancellationToken))
        {
            await ClearTablesAsync(db, cancellationToken);
        }

        clock.SetOffset(Duration.Zero);
    }

    private static async Task ClearTablesAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        string[] tables =
        [
            .. db.Model.GetEntityTypes().Where(type => !Kept.Contains(type.ClrType)).Select(type => type.GetTableName()).OfType<string>().Distinct(),
        ];
        if (db is not SqliteStorefrontDb)
        {
            var truncate = $"TRUNCATE {string.Join(", ", tables)}";
            await db.Database.ExecuteSqlRawAsync(truncate, cancellationToken);
            return;
        }

        // Keys that refer to one another would ask for an order among the tables. The pragma counts outside a transaction only.
        var delete = string.Join(' ', tables.Select(table => $"DELETE FROM {table};"));
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF", cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(delete, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=ON", CancellationToken.None);
        }
    }
}
