using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Desk;
using Storefront.Features.Search;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Search;

/// <summary>Search on both engines.</summary>
public class TicketSearchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Words_are_found_whatever_their_capitals_and_accents_the_last_by_its_beginning(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var key = await OpenAsync(desk, "Facturación Ñandú", "El **medio de pago** falla, ¿podés verlo? São Paulo: coração.");
        await OpenAsync(desk, "Otra cosa", "Nada que ver.");

        foreach (var words in new[]
        {
            "facturacion", "FACTURACIÓN", "nandu", "ñandú factu", "fac", "podes factur", "coracao", "sao pau", "\"medio de pago\"", "«MEDIO de» falla", "\"medio de", "pago facturación",
        })
        {
            Assert.Equal([key.Id], await FindAsync(desk, SearchReach.Of(desk.Customer.Account), words));
        }

        foreach (var words in new[] { "acturacion", "factu nandu", "\"pago medio\"", "\"medio pago\"", "facturacion nadaquever" })
        {
            Assert.Empty(await FindAsync(desk, SearchReach.Of(desk.Customer.Account), words));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ticket_is_found_by_its_number_and_once_the_latest_first(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var first = await OpenAsync(desk, "Checkout", "One");
        desk.Store.Time.Advance(NodaTime.Duration.FromMinutes(1));
        var second = await OpenAsync(desk, "Checkout", "Two");
        desk.Store.Time.Advance(NodaTime.Duration.FromMinutes(1));
        await desk.ReplyAsync(first, "The checkout again, checkout.");

        Assert.Equal([first.Id, second.Id], await FindAsync(desk, SearchReach.House, "checkout"));
        Assert.Equal([second.Id], await FindAsync(desk, SearchReach.House, "#2"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_06_A_customer_finds_its_own_tickets_only_and_nothing_of_a_note_among_staff(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var key = await OpenAsync(desk, "Checkout fails", "Nobody can pay.");
        var other = await (await desk.Customer.AnotherAsync()).OpenAsync(TicketCustomer.Input(subject: "Checkout of another", body: "Zanahoria"));
        Assert.False((await desk.Get<AddStaffNote>().HandleAsync(key, "Zanahoria: they did not pay us, nobody can", desk.Staff, CancellationToken.None)).IsRefused);
        var mine = SearchReach.Of(desk.Customer.Account);

        Assert.Empty(await FindAsync(desk, mine, "zanahoria"));
        Assert.Empty(await FindAsync(desk, mine, "zan"));
        Assert.Empty(await FindAsync(desk, mine, "checkout zanahoria"));
        Assert.Empty(await FindAsync(desk, mine, "\"they did\""));
        Assert.Equal([key.Id], await FindAsync(desk, mine, "checkout"));
        Assert.Equal(new HashSet<TicketId> { key.Id, other.Id }, [.. await FindAsync(desk, SearchReach.House, "zanahoria")]);

        // What both have is shown from what the customer may read; every place that is named is one of its own messages.
        var search = desk.Get<TicketSearch>();
        var hits = await search.FindAsync(mine, SearchText.Parse("nobody can pay"), CancellationToken.None);
        var found = Assert.Single(await search.ReadAsync(hits.Tickets, CancellationToken.None));
        Assert.Equal("Nobody can pay.", found.Excerpt!.Plain);
        Assert.DoesNotContain(hits.Tickets.SelectMany(hit => hit.Places), place => place.IsNote);
        Assert.Equal(Assert.Single((await desk.ShowAsync(key)).Messages).Message.Id, found.MessageId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_older_than_the_latest_thousand_places_is_reached_and_nothing_is_left_out(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var old = await OpenAsync(desk, "Remolacha", "The first of all.");
        await desk.Get<AddStaffNote>().HandleAsync(old, "Remolacha among staff", desk.Staff, CancellationToken.None);
        var busy = await OpenAsync(desk, "Another", "Something.");
        await using (var db = desk.Store.Db())
        {
            for (var said = 0; said < TicketSearch.MostHits + 5; said++)
            {
                var at = TestStore.Start + NodaTime.Duration.FromSeconds(said);
                db.Add(new TicketMessage
                {
                    AccountId = busy.AccountId,
                    Id = TicketMessageId.New(at),
                    TicketId = busy.Id,
                    AuthorId = desk.Staff.UserId,
                    IsFromStaff = true,
                    Body = "Remolacha again",
                    At = at,
                });
            }

            await db.SaveChangesAsync();
        }

        var search = desk.Get<TicketSearch>();
        foreach (var (reach, most) in new[] { (SearchReach.House, 8), (SearchReach.Of(busy.AccountId), 7) })
        {
            var latest = await search.FindAsync(reach, SearchText.Parse("remolacha"), CancellationToken.None);
            Assert.Equal([busy.Id], latest.Tickets.Select(hit => hit.Key.Id));
            Assert.Equal(latest.Older, latest.Tickets[0].Older);
            var carried = SearchPosition.Read(latest.Older.ToString());
            Assert.Equal(latest.Older, carried);

            var older = await search.FindAsync(reach, SearchText.Parse("remolacha"), carried!.Value, CancellationToken.None);
            Assert.Equal([busy.Id, old.Id], older.Tickets.Select(hit => hit.Key.Id));
            Assert.Equal(most, older.Tickets.Sum(hit => hit.Places.Length));
            Assert.Null(older.Older);
        }

        Assert.All(["", "x", "-1", "1.2.3", "1.", "99999999999999999999"], text => Assert.Null(SearchPosition.Read(text)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_find_every_account_s_tickets_and_notes_and_read_where(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var key = await OpenAsync(desk, "Checkout fails", "Nobody can pay.");
        await desk.Get<AddStaffNote>().HandleAsync(key, "Ask **Zanahoria** first", desk.Staff, CancellationToken.None);

        var search = desk.Get<TicketSearch>();
        var hits = await search.FindAsync(SearchReach.House, SearchText.Parse("checkout zana"), CancellationToken.None);
        var found = Assert.Single(await search.ReadAsync(hits.Tickets, CancellationToken.None));

        Assert.Equal((SearchPlace.Note, "Tienda Sur"), (found.Place, found.Account));
        Assert.Equal("Ask <mark>Zanahoria</mark> first", found.Excerpt!.HtmlText);
        Assert.Equal("<mark>Checkout</mark> fails", found.Subject.HtmlText);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_input_is_a_fault(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        await OpenAsync(desk, "Checkout fails", "Nobody can pay.");
        string[] hostile =
        [
            "", " ", "\"", "\"\"\"", "'", "''; DROP TABLE tickets; --", "*", "a*b*", "NEAR(a, b)", "a AND", "OR OR", "NOT x", "-x", "^a", "subject:a", "{subject}:a", "account : 0",
            "a & b | !c <-> d", "a:*", "(((", ")", "\\", "%", "_", "\0", "a\0b", "💥", "👩‍👩‍👧", "\ud800", "½", "١٢٣", "漢字かな", "ﷺ", new string('a', 100_000), new string('"', 5_000),
            string.Concat(Enumerable.Repeat("a b ", 5_000)), "\u0301\u0301", "1e5", "3.14", "user@example.com", "https://example.com/?q=1&r=2", "a-b_c", "<script>", "@match", "$1", "{0}", ":x",
        ];

        foreach (var words in hostile)
        {
            foreach (var reach in new[] { SearchReach.House, SearchReach.Of(desk.Customer.Account) })
            {
                await FindAsync(desk, reach, words);
            }
        }

        // What looks like an operator is the word that it is.
        Assert.Empty(await FindAsync(desk, SearchReach.House, "checkout OR nothing"));
        Assert.Empty(await FindAsync(desk, SearchReach.House, "NOT nothing"));
        Assert.Single(await FindAsync(desk, SearchReach.House, "(checkout*) -\"nobody\" fails"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_index_follows_the_text_in_its_own_transaction_whoever_changes_it(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var key = await OpenAsync(desk, "Checkout fails", "Nobody can pay.");
        await desk.ReplyAsync(key, "Solved tomorrow");
        var refused = await desk.Store.Transactions.RunAsync<Done>(
            key.AccountId,
            async (scope, token) =>
            {
                scope.Db.Add(new StaffNote { AccountId = key.AccountId, Id = TicketMessageId.New(scope.Now), TicketId = key.Id, AuthorId = desk.Staff.UserId, Body = "Undone", At = scope.Now });
                await scope.Db.SaveChangesAsync(token);
                return new NotFound("nothing");
            },
            CancellationToken.None);
        Assert.True(refused.IsRefused);
        Assert.Empty(await FindAsync(desk, SearchReach.House, "undone"));

        await using var db = desk.Store.Db();
        await db.Set<TicketMessage>().Where(message => message.Body == "Nobody can pay.").ExecuteUpdateAsync(row => row.SetProperty(message => message.Body, "Erased"));
        Assert.Empty(await FindAsync(desk, SearchReach.House, "nobody"));
        Assert.Single(await FindAsync(desk, SearchReach.House, "erased"));

        await db.Set<Ticket>().ExecuteUpdateAsync(row => row.SetProperty(ticket => ticket.Subject, "Payments"));
        Assert.Empty(await FindAsync(desk, SearchReach.House, "checkout"));
        Assert.Single(await FindAsync(desk, SearchReach.House, "payments solved"));

        await db.Set<TicketMessage>().Where(message => message.Body == "Solved tomorrow").ExecuteDeleteAsync();
        Assert.Empty(await FindAsync(desk, SearchReach.House, "solved"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_written_before_there_was_an_index_is_found_after_the_upgrade(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var key = await OpenAsync(desk, "Facturación", "Nadie puede pagar.");
        await desk.Get<AddStaffNote>().HandleAsync(key, "Zanahoria", desk.Staff, CancellationToken.None);
        await using (var db = desk.Store.Db())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE search_state");
            await db.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Sqlite ? "DELETE FROM search_words" : "DELETE FROM search_entries");
            Assert.Empty(await FindAsync(desk, SearchReach.Of(key.AccountId), "facturacion"));
        }

        // Two nodes at once, and then once more.
        await Task.WhenAll(PrepareAsync(desk), PrepareAsync(desk));
        await PrepareAsync(desk);

        Assert.Equal([key.Id], await FindAsync(desk, SearchReach.Of(key.AccountId), "facturacion pagar"));
        Assert.Equal([key.Id], await FindAsync(desk, SearchReach.House, "zanahoria"));
        await desk.ReplyAsync(key, "Mañana");
        Assert.Equal([key.Id], await FindAsync(desk, SearchReach.Of(key.AccountId), "manana"));
    }

    [Theory, OnPostgres]
    public async Task A_table_that_is_emptied_leaves_nothing_to_be_found(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        await OpenAsync(desk, "Checkout fails", "Nobody can pay.");
        await using var db = desk.Store.Db();
        await db.Database.ExecuteSqlRawAsync("TRUNCATE tickets CASCADE");

        Assert.Empty(await desk.Get<ISearchEngine>().FindAsync(db, SearchText.Parse("checkout"), SearchReach.House, 10, SearchPosition.Start, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_help_centre_is_found_in_its_language_what_fits_best_first(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var db = store.Db();
        var engine = store.Get<ISearchEngine>();

        Assert.Equal("refunds", (await engine.FindHelpAsync(db, SearchText.Parse("refund"), "en", 5, CancellationToken.None))[0]);
        Assert.Empty(await engine.FindHelpAsync(db, SearchText.Parse("refunded"), "es-CL", 5, CancellationToken.None));
        Assert.NotEmpty(await engine.FindHelpAsync(db, SearchText.AnyBeginning(["factur", "zzzz"]), "es-CL", 5, CancellationToken.None));
    }

    private static async Task PrepareAsync(DeskStore desk)
    {
        await using var db = desk.Store.Db();
        await desk.Get<SearchIndex>().PrepareAsync(db, CancellationToken.None);
    }

    private static Task<TicketKey> OpenAsync(DeskStore desk, string subject, string body) => desk.OpenAsync(TicketCustomer.Input(subject: subject, body: body));

    private static async Task<List<TicketId>> FindAsync(DeskStore desk, SearchReach reach, string words)
    {
        var hits = await desk.Get<TicketSearch>().FindAsync(reach, SearchText.Parse(words), CancellationToken.None);
        return [.. (await desk.Get<TicketSearch>().ReadAsync(hits.Tickets, CancellationToken.None)).Select(found => found.Ticket.Id)];
    }
}
