namespace Storefront.Features.Search;

/// <summary>The tables, functions and triggers of search on PostgreSQL.</summary>
internal static class PostgresSearchSchema
{
    // Kept in sight of the words that C# makes of a search: no accents, no capitals, letters and digits only. Not done by the extension
    // "unaccent", which not every server has and not every owner of a database may install.
    private const string Punctuation = "!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~¡¿«»“”„‘’…–—·";

    private const string Fold =
        $"""
        CREATE OR REPLACE FUNCTION search_fold(source text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
          SELECT translate(lower(regexp_replace(normalize(source, NFD), '[\u0300-\u036F]', '', 'g')), '{Punctuation}', repeat(' ', 64))
        $body$;
        """;

    public const string Help =
        $"""
        {Fold}
        DROP TABLE IF EXISTS search_help;
        CREATE TABLE search_help (language text NOT NULL, page text NOT NULL, words tsvector NOT NULL, PRIMARY KEY (language, page));
        CREATE INDEX ix_search_help_words ON search_help USING gin (words);
        """;

    public static string Tickets { get; } =
        $"""
        LOCK TABLE tickets, ticket_messages, staff_notes IN SHARE ROW EXCLUSIVE MODE;
        {Fold}
        CREATE OR REPLACE FUNCTION search_words(number integer, subject text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
          SELECT to_tsvector('simple', search_fold(number || ' ' || subject)) || to_tsvector('simple', search_fold(body))
        $body$;
        {Index("search", "search_entries", "ticket_messages")}
        {Index("search_note", "search_note_entries", "staff_notes")}
        CREATE OR REPLACE FUNCTION search_ticket_changed() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            INSERT INTO search_entries (account_id, ticket_id, at, words)
              VALUES (new.account_id, new.id, new.opened_at, search_words(new.number, new.subject, ''));
          ELSIF TG_OP = 'UPDATE' THEN
            UPDATE search_entries AS entry SET words = search_words(new.number, new.subject, coalesce(
                (SELECT body FROM ticket_messages AS message WHERE message.account_id = entry.account_id AND message.id = entry.message_id), ''))
              WHERE entry.account_id = new.account_id AND entry.ticket_id = new.id;
            UPDATE search_note_entries AS entry SET words = search_words(new.number, new.subject, coalesce(
                (SELECT body FROM staff_notes AS note WHERE note.account_id = entry.account_id AND note.id = entry.message_id), ''))
              WHERE entry.account_id = new.account_id AND entry.ticket_id = new.id;
          ELSE
            DELETE FROM search_entries WHERE account_id = old.account_id AND ticket_id = old.id;
            DELETE FROM search_note_entries WHERE account_id = old.account_id AND ticket_id = old.id;
          END IF;
          RETURN NULL;
        END $body$;
        CREATE OR REPLACE TRIGGER search_ticket_added AFTER INSERT OR DELETE ON tickets FOR EACH ROW EXECUTE FUNCTION search_ticket_changed();
        CREATE OR REPLACE TRIGGER search_ticket_changed AFTER UPDATE OF subject, number ON tickets FOR EACH ROW
          WHEN (old.subject <> new.subject OR old.number <> new.number) EXECUTE FUNCTION search_ticket_changed();
        """;

    private static string Index(string name, string entries, string messages) =>
        $"""
        DROP TABLE IF EXISTS {entries};
        CREATE TABLE {entries} (
          entry bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account_id uuid NOT NULL, ticket_id uuid NOT NULL, message_id uuid, at bigint NOT NULL, words tsvector NOT NULL);
        INSERT INTO {entries} (account_id, ticket_id, message_id, at, words)
          SELECT message.account_id, message.ticket_id, message.id, message.at, search_words(ticket.number, ticket.subject, message.body)
          FROM (
            SELECT account_id, ticket_id, id, at, body FROM {messages}
            {(name == "search" ? "UNION ALL SELECT account_id, id, NULL, opened_at, '' FROM tickets" : "")}) AS message
          JOIN tickets AS ticket ON ticket.account_id = message.account_id AND ticket.id = message.ticket_id
          ORDER BY message.at;
        CREATE INDEX ix_{entries}_words ON {entries} USING gin (words);
        CREATE INDEX ix_{entries}_account ON {entries} (account_id, entry);
        CREATE INDEX ix_{entries}_ticket ON {entries} (account_id, ticket_id, message_id);
        ANALYZE {entries};
        CREATE OR REPLACE FUNCTION {name}_message_changed() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            INSERT INTO {entries} (account_id, ticket_id, message_id, at, words)
              SELECT new.account_id, new.ticket_id, new.id, new.at, search_words(ticket.number, ticket.subject, new.body)
              FROM tickets AS ticket WHERE ticket.account_id = new.account_id AND ticket.id = new.ticket_id;
          ELSIF TG_OP = 'UPDATE' THEN
            UPDATE {entries} AS entry SET words = search_words(ticket.number, ticket.subject, new.body)
              FROM tickets AS ticket WHERE ticket.account_id = new.account_id AND ticket.id = new.ticket_id
                AND entry.account_id = new.account_id AND entry.ticket_id = new.ticket_id AND entry.message_id = new.id;
          ELSIF TG_OP = 'DELETE' THEN
            DELETE FROM {entries} WHERE account_id = old.account_id AND ticket_id = old.ticket_id AND message_id = old.id;
          ELSE
            TRUNCATE {entries};
          END IF;
          RETURN NULL;
        END $body$;
        CREATE OR REPLACE TRIGGER {name}_message_added AFTER INSERT OR DELETE ON {messages} FOR EACH ROW EXECUTE FUNCTION {name}_message_changed();
        CREATE OR REPLACE TRIGGER {name}_message_changed AFTER UPDATE OF body ON {messages} FOR EACH ROW
          WHEN (old.body <> new.body) EXECUTE FUNCTION {name}_message_changed();
        CREATE OR REPLACE TRIGGER {name}_messages_emptied AFTER TRUNCATE ON {messages} FOR EACH STATEMENT EXECUTE FUNCTION {name}_message_changed();
        """;
}
