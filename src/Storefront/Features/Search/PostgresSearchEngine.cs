using Storefront.Store;

namespace Storefront.Features.Search;

/// <summary>tsvector, with a GIN index on the words and ordinary ones on account and order: the planner takes whichever is rarer.</summary>
internal sealed class PostgresSearchEngine : ISearchEngine
{
    // Any number will do that nothing else of the program locks.
    public string Lock => "SELECT pg_advisory_xact_lock(7366125)";

    public string TicketIndex => PostgresSearchSchema.Tickets;

    public string HelpIndex => PostgresSearchSchema.Help;

    public string AddHelp =>
        """
        INSERT INTO search_help (language, page, words)
        VALUES (@language, @key, setweight(to_tsvector('simple', search_fold(@title)), 'A') || setweight(to_tsvector('simple', search_fold(@body)), 'D'))
        """;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(
        StorefrontDb db, SearchText text, SearchReach reach, int most, SearchPosition before, CancellationToken cancellationToken)
    {
        if (reach.AccountId is { } account)
        {
            return await FindAsync(
                db, "search_entries", "account_id = @account AND", text, [("@account", account.Value), ("@before", before.Entry)], isNote: false, most, cancellationToken);
        }

        var messages = await FindAsync(db, "search_entries", "", text, [("@before", before.Entry)], isNote: false, most, cancellationToken);
        var notes = await FindAsync(db, "search_note_entries", "", text, [("@before", before.Note)], isNote: true, most, cancellationToken);
        return SearchHit.Merge(messages, notes, most);
    }

    public Task<IReadOnlyList<string>> FindHelpAsync(
        StorefrontDb db, SearchText text, string language, int most, CancellationToken cancellationToken) => db.ReadAsync(
        // A word of the title weighs as much as four of the text.
        """
        SELECT page FROM search_help, to_tsquery('simple', @match) AS wanted WHERE language = @language AND words @@ wanted
        ORDER BY ts_rank(ARRAY[0.25, 0.25, 0.25, 1.0]::real[], words, wanted) DESC, page LIMIT @most
        """,
        [("@match", Match(text)), ("@language", language), ("@most", most)],
        row => row.GetString(0),
        cancellationToken);

    private static Task<IReadOnlyList<SearchHit>> FindAsync(
        StorefrontDb db, string entries, string narrower, SearchText text, (string Name, object Value)[] values, bool isNote, int most, CancellationToken cancellationToken) =>
        db.ReadAsync(
            $"""
            SELECT account_id, ticket_id, message_id, at, entry FROM {entries} WHERE {narrower} words @@ to_tsquery('simple', @match) AND entry < @before
            ORDER BY entry DESC LIMIT @most
            """,
            [.. values, ("@match", Match(text)), ("@most", most)],
            row => SearchCommands.HitOf(row, isNote),
            cancellationToken);

    private static string Match(SearchText text) => string.Join(
        text.MatchesAny ? " | " : " & ",
        text.Terms.Select(term => $"({string.Join(" <-> ", term.Words.Select((word, index) => $"'{word}'{(term.IsPrefix && index == term.Words.Length - 1 ? ":*" : "")}"))})"));
}
