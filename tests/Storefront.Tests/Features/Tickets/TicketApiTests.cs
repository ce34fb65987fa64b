using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Tickets;

/// <summary>Tickets by GraphQL alone, with a token.</summary>
public sealed class TicketApiTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task FLU_18_A_ticket_is_opened_with_a_file_and_read_whole()
    {
        using var api = await TicketApi.ConnectAsync(host);
        using var uploaded = await api.Http.PostAsync("/attachments", new MultipartFormDataContent { { new ByteArrayContent(TicketVisitor.Bytes("a;b\n")), "file", "orders.csv" } });
        var file = (await uploaded.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();

        var ticket = await api.OpenAsync(TicketApi.Ticket(attachments: new[] { file }));

        Assert.Equal(("Checkout fails", "OPEN", "Q1", "support", "vtex"), (Text(ticket["subject"]), Text(ticket["status"]), Text(ticket["class"]!["key"]), Text(ticket["kind"]!["key"]), Text(ticket["platform"]!["key"])));
        Assert.Equal(["START", "WORKAROUND"], ticket["targets"]!.AsArray().Select(target => Text(target!["kind"])));
        Assert.Equal("2026-11-02T16:00:00Z", Text(ticket["targets"]![0]!["dueAt"]));
        Assert.True(ticket["targets"]![0]!["segments"]![0]!["running"]!.GetValue<bool>());
        Assert.Equal("<p>Nobody <strong>can</strong> pay.</p>\n", Text(ticket["messages"]![0]!["bodyHtml"]));
        Assert.Equal("Ana Rojas", Text(ticket["messages"]![0]!["author"]));
        Assert.Equal("orders.csv", Text(ticket["messages"]![0]!["attachments"]![0]!["fileName"]));
        Assert.Equal(4, ticket["attachments"]![0]!["size"]!.GetValue<long>());
        Assert.Equal("a;b\n", await api.Http.GetStringAsync(new Uri(Text(ticket["attachments"]![0]!["url"]))));
        Assert.Equal(("TicketActivity", "TICKET_OPENED"), (Text(ticket["lastEvent"]!["__typename"]), Text(ticket["lastEvent"]!["kind"])));
        Assert.True(ticket["queue"]!["position"]!.GetValue<int>() >= 1);
    }

    [Fact]
    public async Task Refusals_come_with_codes_words_and_what_a_program_needs()
    {
        using var api = await TicketApi.ConnectAsync(host);

        var faulty = (await api.AskAsync(TicketApi.Open, new { input = TicketApi.Ticket(subject: new string('x', 151)) }))["openTicket"]!["errors"]![0]!;
        var unknown = (await api.AskAsync(TicketApi.Open, new { input = new { subject = "a", body = "b", kind = "nothing" } }))["openTicket"]!["errors"]![0]!;
        var foreign = (await api.AskAsync(TicketApi.Open, new { input = TicketApi.Ticket(attachments: new[] { Guid.Empty }) }))["openTicket"]!["errors"]![0]!;

        Assert.Equal(("TextNotValidError", "TEXT_NOT_VALID", "TOO_LONG", 151), (Text(faulty["__typename"]), Text(faulty["code"]), Text(faulty["faults"]![0]!["kind"]), faulty["faults"]![0]!["length"]!.GetValue<int>()));
        Assert.Equal(("UNKNOWN_TICKET_KIND", "NOT_FOUND"), (Text(unknown["code"]), Text(foreign["code"])));
        Assert.All(new[] { faulty, unknown, foreign }, error => Assert.DoesNotContain("Refusal.", Text(error["message"]), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_key_opens_one_ticket()
    {
        using var api = await TicketApi.ConnectAsync(host);

        var first = await api.OpenAsync(TicketApi.Ticket(key: "k"));
        var second = await api.OpenAsync(TicketApi.Ticket(key: "k"));
        var other = (await api.AskAsync(TicketApi.Open, new { input = TicketApi.Ticket(key: "k", subject: "Other") }))["openTicket"]!["errors"]![0]!;

        Assert.Equal(Text(first["id"]), Text(second["id"]));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", Text(other["code"]));
    }

    [Fact]
    public async Task Tickets_are_filtered_ordered_and_paged_while_others_are_added()
    {
        using var api = await TicketApi.ConnectAsync(host);
        for (var index = 0; index < 5; index++)
        {
            await api.OpenAsync(TicketApi.Ticket(impact: index % 2 == 0 ? "HIGH" : "LOW", subject: $"Ticket {index}"));
        }

        const string query = """
            query($after: String, $where: TicketFilterInput, $order: [TicketSortInput!]) { account { tickets(first: 2, after: $after, where: $where, order: $order) {
              totalCount pageInfo { hasNextPage endCursor } nodes { subject lastEvent { kind } } } } }
            """;
        var order = new[] { new { number = "ASC" } };
        var first = (await api.AskAsync(query, new { order }))["account"]!["tickets"]!;
        await api.OpenAsync(TicketApi.Ticket(subject: "Later"));
        var second = (await api.AskAsync(query, new { order, after = Text(first["pageInfo"]!["endCursor"]) }))["account"]!["tickets"]!;
        var filtered = (await api.AskAsync(query, new { where = new { status = new { eq = "OPEN" }, classKey = new { eq = "Q2" }, openedAt = new { gte = "2026-11-01T00:00:00Z" } } }))["account"]!["tickets"]!;
        var latest = (await api.AskAsync(query))["account"]!["tickets"]!;

        Assert.Equal(["Ticket 0", "Ticket 1"], Subjects(first));
        Assert.Equal(["Ticket 2", "Ticket 3"], Subjects(second));
        Assert.Equal((5, 6), (first["totalCount"]!.GetValue<int>(), second["totalCount"]!.GetValue<int>()));
        Assert.Equal(["Ticket 3", "Ticket 1"], Subjects(filtered));
        Assert.Equal("Later", Subjects(latest)[0]);
    }

    [Fact]
    public async Task A_ticket_is_answered_closed_rated_and_reopened()
    {
        using var api = await TicketApi.ConnectAsync(host);
        var id = Text((await api.OpenAsync())["id"]);

        Assert.Equal("TICKET_REPLIED", await ActAsync(api, "replyToTicket", id, ", body: \"More\""));
        Assert.Equal("TICKET_STATUS_CHANGED", await ActAsync(api, "closeTicket", id));
        Assert.Equal("TICKET_NOT_OPEN", await ActAsync(api, "replyToTicket", id, ", body: \"More\""));
        Assert.Equal("TICKET_RATED", await ActAsync(api, "rateTicket", id, ", rating: 4"));
        Assert.Equal("RATING_NOT_VALID", await ActAsync(api, "rateTicket", id, ", rating: 0"));
        Assert.Equal("TICKET_STATUS_CHANGED", await ActAsync(api, "reopenTicket", id, ", body: \"Not yet\""));
        Assert.Equal("TICKET_STEP_NOT_ALLOWED", await ActAsync(api, "reopenTicket", id));
        Assert.Equal("TICKET_NOT_FINISHED", await ActAsync(api, "rateTicket", id, ", rating: 4"));
    }

    [Fact]
    public async Task COM_08_The_stream_begins_with_the_state_gives_each_event_once_and_goes_on_where_it_broke()
    {
        using var api = await TicketApi.ConnectAsync(host);
        var id = Text((await api.OpenAsync())["id"]);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await using (var live = api.FollowAsync(id, after: null, stop.Token).GetAsyncEnumerator(stop.Token))
        {
            Assert.Equal(("TicketSnapshot", "SNAPSHOT", 1), await NextAsync(live));
            await ActAsync(api, "replyToTicket", id, ", body: \"More\"");
            Assert.Equal(("TicketReplied", "TICKET_REPLIED", 2), await NextAsync(live));
        }

        await api.OpenAsync();
        await ActAsync(api, "closeTicket", id);
        await using var again = api.FollowAsync(id, after: 2, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.Equal(("TicketStatusChanged", "TICKET_STATUS_CHANGED", 4), await NextAsync(again));
    }

    [Fact]
    public async Task COM_06_Another_accounts_ticket_is_not_found_by_number_by_id_by_stream_nor_by_mutation()
    {
        using var owner = await TicketApi.ConnectAsync(host);
        using var other = await TicketApi.ConnectAsync(host);
        var ticket = await owner.OpenAsync();
        var (id, number) = (Text(ticket["id"]), ticket["number"]!.GetValue<int>());

        Assert.NotNull((await owner.AskAsync("query($number: Int!) { ticket(number: $number) { id } }", new { number }))["ticket"]);
        Assert.Null((await other.AskAsync("query($number: Int!) { ticket(number: $number) { id } }", new { number }))["ticket"]);
        Assert.NotNull((await owner.AskAsync("query($id: ID!) { node(id: $id) { ... on Ticket { number } } }", new { id }))["node"]);
        Assert.Null((await other.AskAsync("query($id: ID!) { node(id: $id) { ... on Ticket { number } } }", new { id }))["node"]);
        Assert.Equal("NOT_FOUND", await ActAsync(other, "replyToTicket", id, ", body: \"Hello\""));
        Assert.Equal("NOT_FOUND", await ActAsync(other, "closeTicket", id));
        Assert.Equal("NOT_FOUND", await ActAsync(other, "rateTicket", id, ", rating: 1"));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await using var stream = other.FollowAsync(id, after: null, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("NOT_FOUND", Text(stream.Current["errors"]![0]!["extensions"]!["code"]));
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_say()
    {
        using var reader = await TicketApi.ConnectAsync(host, "tickets:read");
        using var stranger = await TicketApi.ConnectAsync(host, "hours:read");

        var written = await reader.PostAsync(TicketApi.Open, new { input = TicketApi.Ticket() });
        var read = await stranger.PostAsync("{ account { tickets { totalCount } } }");
        var node = await stranger.PostAsync("{ ticket(number: 1) { id } }");

        Assert.All(new[] { written, read, node }, answer => Assert.Equal("FORBIDDEN", Text(answer["errors"]![0]!["extensions"]!["code"])));
    }

    private static async Task<(string Type, string Kind, long Sequence)> NextAsync(IAsyncEnumerator<JsonNode> stream)
    {
        Assert.True(await stream.MoveNextAsync());
        var happened = stream.Current["data"]!["ticketEvents"]!;
        return (Text(happened["__typename"]), Text(happened["kind"]), happened["sequence"]!.GetValue<long>());
    }

    /// <summary>The kind of the last event, or the code of the refusal.</summary>
    private static async Task<string> ActAsync(TicketApi api, string mutation, string id, string more = "")
    {
        var payload = (await api.AskAsync($$"""mutation { {{mutation}}(input: { ticketId: "{{id}}"{{more}} }) { ticket { lastEvent { kind } } errors { ... on Error { code } } } }"""))[mutation]!;
        return Text(payload["errors"]?[0]!["code"] ?? payload["ticket"]!["lastEvent"]!["kind"]);
    }

    private static List<string> Subjects(JsonNode connection) => [.. connection["nodes"]!.AsArray().Select(node => Text(node!["subject"]))];

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
