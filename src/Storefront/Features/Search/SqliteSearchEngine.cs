using Storefront.Store;

namespace Storefront.Features.Search;

/// <summary>
/// FTS5. The index holds no text, only words; a row's number leads to what it is of. The account is a word of every row, so that a
/// customer's search meets its own rows with the word's instead of reading those of a common word through.
/// </summary>
internal sealed class SqliteSearchEngine : ISearchEngine
{
    public string? Lock => null;

    public string TicketIndex => SqliteSearchSchema.Tickets;

    public string HelpIndex => SqliteSearchSchema.Help;

    public string AddHelp => "INSERT INTO search_help (language, page, title, body) VALUES (@language, @key, @title, @body)";

    public async Task<IReadOnlyList<SearchHit>> FindAsync(
        StorefrontDb db, SearchText text, SearchReach reach, int most, SearchPosition before, CancellationToken cancellationToken)
    {
        var words = $"{{subject body}} : ({Match(text)})";
        if (reach.AccountId is { } account)
        {
            return await FindAsync(db, "search_words", "search_entries", $"account : \"{account.Value:N}\" AND {words}", isNote: false, most, before.Entry, cancellationToken);
        }

        var messages = await FindAsync(db, "search_words", "search_entries", words, isNote: false, most, before.Entry, cancellationToken);
        var notes = await FindAsync(db, "search_note_words", "search_note_entries", words, isNote: true, most, before.Note, cancellationToken);
        return SearchHit.Merge(messages, notes, most);
    }

    public Task<IReadOnlyList<string>> FindHelpAsync(
        StorefrontDb db, SearchText text, string language, int most, CancellationToken cancellationToken) => db.ReadAsync(
        // A word of the title weighs as much as four of the text.
        "SELECT page FROM search_help WHERE search_help MATCH @match AND language = @language ORDER BY bm25(search_help, 0, 0, 4, 1) LIMIT @most",
        [("@match", $"{{title body}} : ({Match(text)})"), ("@language", language), ("@most", most)],
        row => row.GetString(0),
        cancellationToken);

    private static Task<IReadOnlyList<SearchHit>> FindAsync(
        StorefrontDb db, string words, string entries, string match, bool isNote, int most, long before, CancellationToken cancellationToken) => db.ReadAsync(
        $"""
        SELECT entry.account_id, entry.ticket_id, entry.message_id, entry.at, entry.entry FROM {words} CROSS JOIN {entries} AS entry ON entry.entry = {words}.rowid
        WHERE {words} MATCH @match AND {words}.rowid < @before ORDER BY {words}.rowid DESC LIMIT @most
        """,
        [("@match", match), ("@most", most), ("@before", before)],
        row => SearchCommands.HitOf(row, isNote),
        cancellationToken);

    private static string Match(SearchText text) => string.Join(
        text.MatchesAny ? " OR " : " AND ", text.Terms.Select(term => $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? " *" : "")}"));
}
