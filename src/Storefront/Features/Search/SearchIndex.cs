using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Store;

namespace Storefront.Features.Search;

/// <summary>
/// Makes the engine's tables and triggers after migrating, and again when their version or the handbook's pages changed: databases from
/// before are indexed at the upgrade. Any number of nodes may do it at the same time.
/// </summary>
public sealed class SearchIndex(ISearchEngine engine, HelpIndexTexts help)
{
    /// <summary>Raise it with every change of the engines' SQL: the index is made anew.</summary>
    private const int Version = 1;

    private const string States = "CREATE TABLE IF NOT EXISTS search_state (part varchar(20) PRIMARY KEY, version varchar(100) NOT NULL)";

    public async Task PrepareAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        var tickets = Version.ToString(CultureInfo.InvariantCulture);
        var pages = $"{Version} {help.Version}";
        if (await IsPreparedAsync(db, tickets, pages, cancellationToken))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (engine.Lock is { } mutex)
        {
            await db.RunAsync(mutex, [], cancellationToken);
        }

        await db.RunAsync(States, [], cancellationToken);
        await MakeAsync(db, "tickets", tickets, () => db.RunAsync(engine.TicketIndex, [], cancellationToken), cancellationToken);
        await MakeAsync(db, "help", pages, () => AddHelpAsync(db, cancellationToken), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task MakeAsync(StorefrontDb db, string part, string version, Func<Task> make, CancellationToken cancellationToken)
    {
        var made = await db.ReadAsync("SELECT version FROM search_state WHERE part = @part", [("@part", part)], row => row.GetString(0), cancellationToken);
        if (made is [var present] && present == version)
        {
            return;
        }

        await make();
        await db.RunAsync(
            "INSERT INTO search_state (part, version) VALUES (@part, @version) ON CONFLICT (part) DO UPDATE SET version = excluded.version",
            [("@part", part), ("@version", version)],
            cancellationToken);
    }

    // Asked of the catalogue first: a statement about a table that is missing would be an error, and on PostgreSQL end the transaction.
    private static async Task<bool> IsPreparedAsync(StorefrontDb db, string tickets, string pages, CancellationToken cancellationToken)
    {
        var catalogue = db is SqliteStorefrontDb
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'search_state'"
            : "SELECT 'search_state' FROM pg_class WHERE oid = to_regclass('search_state')";
        if ((await db.ReadAsync(catalogue, [], row => row.GetString(0), cancellationToken)).Count == 0)
        {
            return false;
        }

        var made = await db.ReadAsync("SELECT part, version FROM search_state", [], row => (row.GetString(0), row.GetString(1)), cancellationToken);
        return made.Contains(("tickets", tickets)) && made.Contains(("help", pages));
    }

    private async Task AddHelpAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        await db.RunAsync(engine.HelpIndex, [], cancellationToken);
        foreach (var page in help.Pages)
        {
            await db.RunAsync(
                engine.AddHelp,
                [("@language", page.Language), ("@key", page.Key), ("@title", page.Title), ("@body", page.Body)],
                cancellationToken);
        }
    }
}
