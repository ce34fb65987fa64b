using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Benchmarks.Ledger;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Benchmarks.Search;

/// <summary>
/// A house's messages of years, written in bulk as they stood before there was an index: ten a ticket, a tenth of all in one account's. Every
/// second one has the common word, one in a hundred thousand the rare one.
/// </summary>
internal static class SearchRows
{
    public const string Common = "pago";

    public const string Rare = "zanahoria";

    private const int Accounts = 200;
    private const int MessagesPerTicket = 10;
    private const int Vocabulary = 20_000;
    private const int Words = 18;

    /// <returns>The account with a tenth of all.</returns>
    public static async Task<AccountId> AddAsync(LedgerStore store, int messages)
    {
        var account = await store.OpenAccountAsync("first");
        await new AccountCopies(store).AddAsync(account, Accounts - 1);
        var viewer = new Viewer(store.Owner, "Ana", "ana@tienda.example", IsStaff: false, account, MemberRole.Owner, Language: null, Token: null);
        var input = new OpenTicketInput("El primero", "Hola", "support", Urgency.High, Impact.High, null, ScheduleForNextPeriod: false, [], null);
        _ = (await store.Get<OpenTicket>().HandleAsync(input, viewer, CancellationToken.None)).Value;
        await using var db = store.Db();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await DropIndexAsync(db);
        await AddTicketsAsync(db, messages / MessagesPerTicket);
        await AddMessagesAsync(db);
        if (db is PostgresStorefrontDb)
        {
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }

        return account;
    }

    /// <summary>As a database of an earlier version has none.</summary>
    private static async Task DropIndexAsync(StorefrontDb db)
    {
        string[] triggers = ["search_ticket_added", "search_ticket_changed", "search_ticket_removed"];
        await db.Database.ExecuteSqlRawAsync("DROP TABLE search_state");
        if (db is PostgresStorefrontDb)
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE tickets DISABLE TRIGGER USER");
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE ticket_messages DISABLE TRIGGER USER");
            return;
        }

        await db.Database.ExecuteSqlRawAsync(string.Concat(
            triggers.Append("search_message_added").Select(trigger => $"DROP TRIGGER {trigger};")));
    }

    private static Task<int> AddTicketsAsync(StorefrontDb db, int tickets)
    {
        var columns = db.Model.FindEntityType(typeof(Ticket))!.GetProperties().Select(property => property.GetColumnName()).ToList();
        var copied = columns.Select(column => column switch
        {
            "account_id" => "CASE WHEN n % 10 = 0 THEN original.account_id ELSE account.id END",
            "id" => Id(db, "n"),
            "number" => "original.number + n",
            "subject" => "'Ticket ' || n || ' de la tienda'",
            "opened_at" or "updated_at" => $"original.{column} - CAST({tickets} - n AS bigint) * 60000000",
            "status" => "'Closed'",
            "next_due_at" => "NULL",
            _ => $"original.{column}",
        });
        var sql = $"INSERT INTO tickets ({string.Join(", ", columns)}) SELECT {string.Join(", ", copied)} FROM (SELECT * FROM tickets) AS original "
            + $"CROSS JOIN ({Numbers(db, 1, tickets)}) AS numbers "
            + "JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM accounts) AS account ON account.place = n % " + Accounts.ToString(CultureInfo.InvariantCulture);
        return db.Database.ExecuteSqlRawAsync(sql);
    }

    private static Task<int> AddMessagesAsync(StorefrontDb db)
    {
        var words = Enumerable.Range(1, Words).Select(word => string.Create(
            CultureInfo.InvariantCulture, $"'palabra' || ((CAST(ticket.number AS bigint) * {7919 * word} + n * {104_729 + word}) % {Vocabulary})"));
        var body = $"CASE WHEN n % 2 = 0 THEN 'El {Common} de la tienda ' ELSE 'La tienda ' END || CASE WHEN ticket.number % 10000 = 7 AND n = 3 THEN '{Rare} ' ELSE '' END || "
            + string.Join(" || ' ' || ", words);
        var sql = "INSERT INTO ticket_messages (account_id, id, ticket_id, author_id, is_from_staff, is_automatic, body, at) "
            + $"SELECT ticket.account_id, {Id(db, $"ticket.number * {MessagesPerTicket} + n")}, ticket.id, ticket.opened_by, {(db is PostgresStorefrontDb ? "false, false" : "0, 0")}, {body}, "
            + $"ticket.opened_at + n FROM tickets AS ticket CROSS JOIN ({Numbers(db, 0, MessagesPerTicket - 1)}) AS numbers";
        return db.Database.ExecuteSqlRawAsync(sql);
    }

    private static string Id(StorefrontDb db, string number) => db is PostgresStorefrontDb ? "gen_random_uuid()" : $"printf('%08X-0000-7000-8000-%012X', {number}, {number})";

    private static string Numbers(StorefrontDb db, int first, int last) => FormattableString.Invariant(db is PostgresStorefrontDb
        ? (FormattableString)$"SELECT n FROM generate_series({first}, {last}) AS series(n)"
        : $"WITH RECURSIVE counted(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM counted WHERE n < {last}) SELECT n FROM counted");
}
