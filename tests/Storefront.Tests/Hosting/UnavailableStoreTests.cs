using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Attachments;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.EventLog;
using Storefront.Tests.Features.Api;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Hosting;

/// <summary>The database is really locked, really full, really gone: pages and programs are told to come back, and nothing is half done.</summary>
public sealed class UnavailableStoreTests
{
    private const string Open = """
        mutation { openTicket(input: { subject: "Checkout fails", body: "Nobody can pay.", kind: "support", urgency: HIGH, impact: HIGH }) { ticket { number } errors { __typename } } }
        """;

    [Fact]
    public async Task A_locked_SQLite_file_is_a_503_for_pages_and_programs()
    {
        await using var host = await StorefrontHost.StartAsync();
        using var visitor = await TicketVisitor.SignInAsync(host);
        using var program = await ApiProgram.OfCustomerAsync(host, visitor.Person);
        var form = await SeenAsync(visitor);
        var before = await CountAsync(host);
        await using (var other = await OpenAsync(host))
        {
            await RunAsync(other, "BEGIN EXCLUSIVE");

            var asked = program.Http.PostAsync(new Uri("/graphql", UriKind.Relative), Json(Open));
            await CheckPageAsync(await visitor.PostAsync("/tickets/new", form, TicketVisitor.Fields()));
            await CheckProgramAsync(await asked);
            await RunAsync(other, "ROLLBACK");
        }

        Assert.Equal(before, await CountAsync(host));
        await program.AskAsync(Open);
        Assert.Equal(before.Tickets + 1, (await CountAsync(host)).Tickets);
    }

    [Fact]
    public async Task What_is_only_read_is_answered_while_another_process_writes_to_the_SQLite_file()
    {
        await using var host = await StorefrontHost.StartAsync();
        using var visitor = await TicketVisitor.SignInAsync(host);
        using var program = await ApiProgram.OfCustomerAsync(host, visitor.Person);
        await using (var other = await OpenAsync(host))
        {
            await RunAsync(other, "BEGIN IMMEDIATE");

            Assert.Equal("Tienda Sur", (await program.AskAsync("{ account { name } }")).GetProperty("account").GetProperty("name").GetString());
            await program.AskAsync("{ account { tickets { nodes { number } } } plans { key } }");
            foreach (var path in (string[])["/account", "/tickets", "/hours", "/orders", "/plans"])
            {
                await visitor.ReadAsync(path);
            }

            Assert.Null(await UsedAsync(host));
            await RunAsync(other, "ROLLBACK");
        }

        await Eventually.IsTrueAsync(async () =>
        {
            await program.AskAsync("{ account { name } }");
            return await UsedAsync(host) is not null;
        });
    }

    [Fact]
    public async Task A_full_database_is_a_503_and_keeps_nothing_of_a_ticket_or_of_a_file()
    {
        await using var host = await StorefrontHost.StartAsync();
        using var visitor = await TicketVisitor.SignInAsync(host);
        using var program = await ApiProgram.OfCustomerAsync(host, visitor.Person);
        var form = await SeenAsync(visitor);
        await host.Services.GetRequiredService<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        var before = await CountAsync(host);

        // Half a megabyte: the beginning of the file would fit, the rest does not.
        await LimitAsync(host, morePages: 16);
        var bytes = new byte[512 * 1024];
        Array.Fill(bytes, (byte)'x');
        using (var upload = await visitor.UploadAsync("log.txt", bytes, await visitor.AntiforgeryTokenAsync()))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, upload.StatusCode);
            Assert.NotNull(upload.Headers.RetryAfter);
            Assert.Equal("UNAVAILABLE", JsonDocument.Parse(await upload.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
        }

        await CheckPageAsync(await visitor.PostAsync("/tickets/new", form, TicketVisitor.Fields(), ("log.txt", bytes)));
        Assert.Equal(before, await CountAsync(host));

        await LimitAsync(host, morePages: 0);
        await FillAsync(host);
        var lengthy = Open.Replace("Nobody can pay.", new string('x', 20_000), StringComparison.Ordinal);
        await CheckProgramAsync(await program.Http.PostAsync(new Uri("/graphql", UriKind.Relative), Json(lengthy)));
        Assert.Equal(before, await CountAsync(host));

        await LimitAsync(host, morePages: 100_000);
        await program.AskAsync(Open);
        Assert.Equal(before.Tickets + 1, (await CountAsync(host)).Tickets);
    }

    [Theory]
    [OnPostgres]
    public async Task A_PostgreSQL_that_dies_is_a_503_and_all_goes_on_when_it_is_back(DatabaseKind kind)
    {
        Assert.Equal(DatabaseKind.Postgres, kind);
        var server = await PostgresCluster.StartAsync();
        await using var host = await StorefrontHost.StartAsync(configure: builder => builder.Configuration["Database"] = Durable(server.ConnectionString("postgres")));
        using var visitor = await TicketVisitor.SignInAsync(host);
        using var program = await ApiProgram.OfCustomerAsync(host, visitor.Person);
        var form = await SeenAsync(visitor);
        var ticket = (await program.AskAsync(Open)).GetProperty("openTicket").GetProperty("ticket").GetProperty("number").GetInt32();
        await using var follower = program.ByEventStream("subscription { accountEvents { sequence kind } }");
        await follower.AfterAsync(1);
        var before = await CountAsync(host);

        // In the middle of an action: its transaction is open when the server dies.
        var begun = new TaskCompletionSource();
        var dead = new TaskCompletionSource();
        var action = host.Transactions.RunAsync<bool>(
            visitor.Person.Account,
            async (scope, token) =>
            {
                scope.Db.Add(new DueWorkRow { Id = DueWorkId.New(scope.Now), Kind = "test", Key = "test:half", DueAt = scope.Now });
                await scope.Db.SaveChangesAsync(token);
                begun.TrySetResult();
                await dead.Task;
                return true;
            },
            CancellationToken.None);
        await begun.Task;
        await server.KillAsync();
        dead.SetResult();
        Assert.True(StoreFailures.IsUnavailable(await Assert.ThrowsAnyAsync<Exception>(() => action)));

        await CheckPageAsync(await visitor.PostAsync("/tickets/new", form, TicketVisitor.Fields()));
        using (var request = new HttpRequestMessage(HttpMethod.Get, "/account"))
        {
            request.Headers.Accept.ParseAdd("text/html");
            await CheckPageAsync(await visitor.Http.SendAsync(request));
        }

        await CheckProgramAsync(await program.Http.PostAsync(new Uri("/graphql", UriKind.Relative), Json(Open)));
        using (var ready = await visitor.Http.GetAsync("/health/ready"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        }

        await server.StartAsync();
        await Eventually.IsTrueAsync(async () => (await visitor.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        Assert.Equal(before, await CountAsync(host));
        var next = (await program.AskAsync(Open)).GetProperty("openTicket").GetProperty("ticket").GetProperty("number").GetInt32();
        Assert.Equal(ticket + 1, next);
        await follower.UntilAsync(seen => seen[^1].GetProperty("kind").GetString() == "TICKET_OPENED");
    }

    /// <summary>The form of a new ticket up to its last step, where it only has to be sent.</summary>
    private static async Task<IHtmlDocument> SeenAsync(TicketVisitor visitor)
    {
        using var seen = await visitor.PostAsync("/tickets/new", await visitor.ReadAsync("/tickets/new"), TicketVisitor.Fields());
        return await TicketVisitor.ParseAsync(seen);
    }

    private static async Task CheckPageAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Equal("We will be back in a moment", page.QuerySelector("h1")?.TextContent);
        }
    }

    private static async Task CheckProgramAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
            var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.False(body.TryGetProperty("data", out _));
            Assert.Equal("UNAVAILABLE", body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    /// <summary>What was committed survives the server: the cluster of the tests is told otherwise.</summary>
    private static string Durable(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c synchronous_commit=on -c lock_timeout=5s" }.ConnectionString;

    private static async Task<Instant?> UsedAsync(StorefrontHost host)
    {
        await using var db = host.Db();
        return (await db.Set<ApiToken>().SingleAsync()).LastUsedAt;
    }

    private static async Task<Rows> CountAsync(StorefrontHost host)
    {
        await using var db = host.Db();
        return new Rows(
            await db.Set<Ticket>().CountAsync(),
            await db.Set<Attachment>().CountAsync(),
            await db.Set<AttachmentChunk>().CountAsync(),
            await db.Set<EventRow>().CountAsync(),
            await db.Set<DueWorkRow>().CountAsync());
    }

    /// <summary>Lets the database have so many pages more than it has, in all connections that the pool hands out.</summary>
    private static async Task LimitAsync(StorefrontHost host, int morePages)
    {
        var contexts = Enumerable.Range(0, 24).Select(_ => host.Db()).ToList();
        foreach (var db in contexts)
        {
            await db.Database.OpenConnectionAsync();
            var pages = (await db.Database.SqlQueryRaw<long>("SELECT page_count AS \"Value\" FROM pragma_page_count").ToListAsync())[0];
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages + morePages}");
            await command.ExecuteNonQueryAsync();
        }

        foreach (var db in contexts)
        {
            await db.DisposeAsync();
        }
    }

    /// <summary>Takes what room is left in the pages that there are.</summary>
    private static async Task FillAsync(StorefrontHost host)
    {
        await using var db = host.Db();
        for (var length = 4096; length > 16; length /= 2)
        {
            try
            {
                for (var rows = 0; rows < 10_000; rows++)
                {
                    await db.Database.ExecuteSqlRawAsync("INSERT INTO house_counters (name, next) VALUES (hex(randomblob({0})), 1)", length);
                }

                Assert.Fail("The database was not limited.");
            }
            catch (SqliteException full) when (full.SqliteErrorCode == 13)
            {
                // Smaller rows may still fit.
            }
        }
    }

    private static async Task<SqliteConnection> OpenAsync(StorefrontHost host)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(host.Database.Directory, "storefront.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static StringContent Json(string query) =>
        new(JsonSerializer.Serialize(new { query }), MediaTypeHeaderValue.Parse("application/json"));

    private sealed record Rows(int Tickets, int Files, int Chunks, int Events, int Work);
}
