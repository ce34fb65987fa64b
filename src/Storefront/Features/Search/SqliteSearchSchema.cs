namespace Storefront.Features.Search;

/// <summary>The tables and triggers of search on SQLite.</summary>
internal static class SqliteSearchSchema
{
    private const string Tokens = "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'";

    public const string Help =
        $"""
        DROP TABLE IF EXISTS search_help;
        CREATE VIRTUAL TABLE search_help USING fts5(language UNINDEXED, page UNINDEXED, title, body, {Tokens});
        """;

    public static string Tickets { get; } =
        $"""
        DROP TRIGGER IF EXISTS search_ticket_added;
        DROP TRIGGER IF EXISTS search_ticket_changed;
        DROP TRIGGER IF EXISTS search_ticket_removed;
        {Index("search", "search_entries", "search_words", "ticket_messages")}
        {Index("search_note", "search_note_entries", "search_note_words", "staff_notes")}
        CREATE TRIGGER search_ticket_added AFTER INSERT ON tickets BEGIN
          INSERT INTO search_entries (account_id, ticket_id, message_id, at) VALUES (new.account_id, new.id, NULL, new.opened_at);
          INSERT INTO search_words (rowid, account, subject, body)
            VALUES (last_insert_rowid(), {Account("new")}, '#' || new.number || ' ' || new.subject, '');
        END;
        CREATE TRIGGER search_ticket_changed AFTER UPDATE OF subject, number ON tickets WHEN old.subject <> new.subject OR old.number <> new.number BEGIN
          {Rewrite("search_entries", "search_words", "ticket_messages")}
          {Rewrite("search_note_entries", "search_note_words", "staff_notes")}
        END;
        CREATE TRIGGER search_ticket_removed AFTER DELETE ON tickets BEGIN
          {Remove("search_entries", "search_words", "ticket_id = old.id")}
          {Remove("search_note_entries", "search_note_words", "ticket_id = old.id")}
        END;
        """;

    private static string Index(string name, string entries, string words, string messages) =>
        $"""
        DROP TRIGGER IF EXISTS {name}_message_added;
        DROP TRIGGER IF EXISTS {name}_message_changed;
        DROP TRIGGER IF EXISTS {name}_message_removed;
        DROP TABLE IF EXISTS {words};
        DROP TABLE IF EXISTS {entries};
        CREATE TABLE {entries} (entry INTEGER PRIMARY KEY, account_id TEXT NOT NULL, ticket_id TEXT NOT NULL, message_id TEXT, at INTEGER NOT NULL);
        CREATE VIRTUAL TABLE {words} USING fts5(account, subject, body, content = '', contentless_delete = 1, {Tokens});
        INSERT INTO {entries} (account_id, ticket_id, message_id, at)
          SELECT account_id, ticket_id, id, at FROM (
            SELECT account_id, ticket_id, id, at FROM {messages}
            {(name == "search" ? "UNION ALL SELECT account_id, id, NULL, opened_at FROM tickets" : "")}) ORDER BY at;
        INSERT INTO {words} (rowid, account, subject, body)
          SELECT entry.entry, {Account("entry")}, '#' || ticket.number || ' ' || ticket.subject, coalesce(message.body, '')
          FROM {entries} AS entry
          CROSS JOIN tickets AS ticket ON ticket.account_id = entry.account_id AND ticket.id = entry.ticket_id
          LEFT JOIN {messages} AS message ON message.account_id = entry.account_id AND message.id = entry.message_id
          ORDER BY entry.entry;
        CREATE INDEX ix_{entries}_ticket ON {entries} (account_id, ticket_id, message_id);
        CREATE TRIGGER {name}_message_added AFTER INSERT ON {messages} BEGIN
          INSERT INTO {entries} (account_id, ticket_id, message_id, at) VALUES (new.account_id, new.ticket_id, new.id, new.at);
          INSERT INTO {words} (rowid, account, subject, body)
            SELECT last_insert_rowid(), {Account("new")}, '#' || number || ' ' || subject, new.body
            FROM tickets WHERE account_id = new.account_id AND id = new.ticket_id;
        END;
        CREATE TRIGGER {name}_message_changed AFTER UPDATE OF body ON {messages} WHEN old.body <> new.body BEGIN
          DELETE FROM {words} WHERE rowid IN (
            SELECT entry FROM {entries} WHERE account_id = new.account_id AND ticket_id = new.ticket_id AND message_id = new.id);
          INSERT INTO {words} (rowid, account, subject, body)
            SELECT entry.entry, {Account("new")}, '#' || ticket.number || ' ' || ticket.subject, new.body
            FROM {entries} AS entry JOIN tickets AS ticket ON ticket.account_id = entry.account_id AND ticket.id = entry.ticket_id
            WHERE entry.account_id = new.account_id AND entry.ticket_id = new.ticket_id AND entry.message_id = new.id;
        END;
        CREATE TRIGGER {name}_message_removed AFTER DELETE ON {messages} BEGIN
          {Remove(entries, words, "ticket_id = old.ticket_id AND message_id = old.id")}
        END;
        """;

    private static string Remove(string entries, string words, string which) =>
        $"""
        DELETE FROM {words} WHERE rowid IN (SELECT entry FROM {entries} WHERE account_id = old.account_id AND {which});
        DELETE FROM {entries} WHERE account_id = old.account_id AND {which};
        """;

    private static string Rewrite(string entries, string words, string messages) =>
        $"""
        DELETE FROM {words} WHERE rowid IN (SELECT entry FROM {entries} WHERE account_id = new.account_id AND ticket_id = new.id);
        INSERT INTO {words} (rowid, account, subject, body)
          SELECT entry.entry, {Account("new")}, '#' || new.number || ' ' || new.subject, coalesce(message.body, '')
          FROM {entries} AS entry LEFT JOIN {messages} AS message ON message.account_id = entry.account_id AND message.id = entry.message_id
          WHERE entry.account_id = new.account_id AND entry.ticket_id = new.id;
        """;

    private static string Account(string row) => $"replace({row}.account_id, '-', '')";
}
