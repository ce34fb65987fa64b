using Storefront.Store;

namespace Storefront.Features.Search;

/// <summary>
/// Full-text search of one sort of database: FTS5 of SQLite, tsvector of PostgreSQL. Both keep their index in tables of their own, written
/// by triggers in the transaction that writes the text, whoever writes it and however.
/// </summary>
/// <remarks>
/// The tables are not in Entity Framework's model: it knows neither virtual tables nor triggers, and a migration that is generated from the
/// model would leave them out. <see cref="SearchIndex"/> makes them after every migration, once for each version of the schema, and
/// indexes what is there.
/// </remarks>
public interface ISearchEngine
{
    /// <summary>SQL that no other process of the same database runs at the same time, in this transaction; null where starting one is enough.</summary>
    string? Lock { get; }

    /// <summary>SQL that removes the index of tickets and messages, makes it anew and fills it from the tables.</summary>
    string TicketIndex { get; }

    /// <summary>SQL that removes the index of the help centre and makes an empty one.</summary>
    string HelpIndex { get; }

    /// <summary>SQL that adds a page of the help centre: <c>@language</c>, <c>@key</c>, <c>@title</c>, <c>@body</c>.</summary>
    string AddHelp { get; }

    /// <summary>Where the words are found, the latest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="text">Not empty.</param>
    /// <param name="reach">What may be found.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="before">Only what stands before it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<SearchHit>> FindAsync(
        StorefrontDb db, SearchText text, SearchReach reach, int most, SearchPosition before, CancellationToken cancellationToken);

    /// <summary>Keys of pages of the help centre, what fits best first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="text">Not empty.</param>
    /// <param name="language">The pages' language.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<string>> FindHelpAsync(StorefrontDb db, SearchText text, string language, int most, CancellationToken cancellationToken);
}
