using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Meetings;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk;

/// <summary>The desk by GraphQL alone, with tokens.</summary>
public sealed class DeskApiTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Log = """
        mutation($id: ID!, $minutes: Int!, $key: String!) {
          logWork(input: { ticketId: $id, minutes: $minutes, note: "Fixed it", idempotencyKey: $key }) {
            workLog { minutes chargedMinutes staff }
            errors { __typename ... on Error { code message } ... on NotEnoughHoursError { shortfallMinutes availableMinutes } }
          }
        }
        """;

    [Fact]
    public async Task Staff_work_a_ticket_from_the_queue_to_its_end()
    {
        var (customer, number) = await OpenTicketAsync();
        using var staff = await StaffClientAsync("desk:read desk:write");

        var entry = (await AskAsync(staff, "{ desk { tickets(show: OPEN) { position needsClass urgency nextTarget { kind } account { name availableMinutes plan { key } } ticket { id number } } } }"))
            ["desk"]!["tickets"]!.AsArray().Single(found => Number(found!["ticket"]!) == number)!;
        var id = entry["ticket"]!["id"]!.GetValue<string>();
        Assert.Equal(("essential", 600, "START"), (Text(entry["account"]!["plan"]!["key"]), entry["account"]!["availableMinutes"]!.GetValue<int>(), Text(entry["nextTarget"]!["kind"])));

        await DoAsync(staff, "classifyTicket", $$"""ticketId: "{{id}}", classKey: "Q1" """);
        await DoAsync(staff, "replyAsStaff", $$"""ticketId: "{{id}}", body: "On it", waitForCustomer: false """);
        await DoAsync(staff, "addStaffNote", $$"""ticketId: "{{id}}", body: "The template again" """);
        await DoAsync(staff, "recordWorkaround", $$"""ticketId: "{{id}}" """);
        await DoAsync(staff, "changeTicketStatus", $$"""ticketId: "{{id}}", status: IN_PROGRESS """);
        var logged = (await AskAsync(staff, Log, new { id, minutes = 90, key = "api" }))["logWork"]!;
        await DoAsync(staff, "planTicket", $$"""ticketId: "{{id}}", day: "2026-11-05" """);
        await DoAsync(staff, "changeTicketStatus", $$"""ticketId: "{{id}}", status: RESOLVED """);
        await DoAsync(staff, "correctHours", $$"""accountId: "{{await AccountIdAsync(staff, number)}}", minutes: 30, reason: "A courtesy", idempotencyKey: "courtesy" """);

        Assert.Equal((90, 90), (logged["workLog"]!["minutes"]!.GetValue<int>(), logged["workLog"]!["chargedMinutes"]!.GetValue<int>()));
        var shown = (await AskAsync(
            staff, "query($n: Int!) { desk { notes(number: $n) { body author } ticket(number: $n) { status classConfirmed chargedMinutes workaroundAt messages { body isFromStaff } } } }", new { n = number }))["desk"]!;
        Assert.Equal(("RESOLVED", 90), (Text(shown["ticket"]!["status"]), shown["ticket"]!["chargedMinutes"]!.GetValue<int>()));
        Assert.Contains("On it", shown["ticket"]!["messages"]!.AsArray().Select(message => Text(message!["body"])));
        Assert.Equal("The template again", Text(shown["notes"]![0]!["body"]));
        Assert.Equal(540, (await customer.ReadAsync()).Balance);
    }

    [Fact]
    public async Task FLU_13_Every_decision_about_the_class_is_read_with_its_reason_by_the_customer_alone_whose_ticket_it_is()
    {
        var (customer, number) = await OpenTicketAsync();
        using var staff = await StaffClientAsync("desk:read desk:write");
        var id = await TicketIdAsync(staff, number);
        foreach (var (key, reason) in new[] { ("Q1", "null"), ("Q3", "\"There is another way to pay\""), ("Q2", "\"It broke again\"") })
        {
            await DoAsync(staff, "classifyTicket", $$"""ticketId: "{{id}}", classKey: "{{key}}", reason: {{reason}} """);
        }

        const string Query = "query($id: ID!) { node(id: $id) { ... on Ticket { classReason classDecisions { at from { key } to { key } changed reason } } } }";
        using var owner = await ClientAsync(customer.Viewer.UserId, customer.Account, "tickets:read");
        var ticket = (await AskAsync(owner, Query, new { id }))["node"]!;
        Assert.Equal("It broke again", Text(ticket["classReason"]));
        Assert.Equal(
            [("Q1", "Q1", false, null), ("Q1", "Q3", true, "There is another way to pay"), ("Q3", "Q2", true, "It broke again")],
            ticket["classDecisions"]!.AsArray().Select(each =>
                (Text(each!["from"]!["key"]), Text(each["to"]!["key"]), each["changed"]!.GetValue<bool>(), each["reason"]?.GetValue<string>())));

        var (other, _) = await OpenTicketAsync();
        using var stranger = await ClientAsync(other.Viewer.UserId, other.Account, "tickets:read");
        Assert.Null((await AskAsync(stranger, Query, new { id }))["node"]);

        // Of a ticket from before each reason was kept there is the last.
        await using (var db = await customer.Get<IDbContextFactory<StorefrontDb>>().CreateDbContextAsync())
        {
            await db.Set<TicketClassReason>().Where(row => row.AccountId == customer.Account).ExecuteDeleteAsync();
        }

        ticket = (await AskAsync(owner, Query, new { id }))["node"]!;
        Assert.Equal([null, null, "It broke again"], ticket["classDecisions"]!.AsArray().Select(each => each!["reason"]?.GetValue<string>()));
    }

    [Fact]
    public async Task FLU_22_Staff_read_the_house_s_meetings_with_whose_they_are()
    {
        var (customer, number) = await OpenTicketAsync();
        var slot = (await customer.Get<MeetingReader>().FreeAsync(CancellationToken.None))[0];
        var booked = await customer.Get<BookMeeting>().HandleAsync(
            new BookMeetingInput(slot.Start, null, null, "The stock", await customer.Get<TicketReader>().FindIdAsync(customer.Account, number, CancellationToken.None), "en", "America/Santiago", "meet"),
            customer.Viewer,
            CancellationToken.None);
        Assert.Null(booked.Refusal);
        using var staff = await StaffClientAsync("desk:read");

        var meetings = (await AskAsync(staff, "{ desk { meetings { meeting { topic startsAt } account ticketNumber host isDelicate } } }"))["desk"]!["meetings"]!.AsArray();

        var mine = meetings.Single(meeting => meeting!["ticketNumber"]?.GetValue<int>() == number)!;
        Assert.Equal(("The stock", "Tienda Sur", false), (Text(mine["meeting"]!["topic"]), Text(mine["account"]), mine["isDelicate"]!.GetValue<bool>()));
        Assert.Null(mine["host"]);
    }

    [Fact]
    public async Task FLU_09_A_log_beyond_the_balance_is_an_error_with_the_shortfall()
    {
        var (_, number) = await OpenTicketAsync();
        using var staff = await StaffClientAsync("desk:read desk:write");

        var refused = (await AskAsync(staff, Log, new { id = await TicketIdAsync(staff, number), minutes = 630, key = "too-much" }))["logWork"]!;

        Assert.Null(refused["workLog"]);
        var error = refused["errors"]![0]!;
        Assert.Equal(("NotEnoughHoursError", "NOT_ENOUGH_HOURS", 30, 600), (
            Text(error["__typename"]), Text(error["code"]), error["shortfallMinutes"]!.GetValue<int>(), error["availableMinutes"]!.GetValue<int>()));
    }

    [Fact]
    public async Task COM_06_The_desk_is_for_staff_and_its_scopes_are_kept()
    {
        var (customer, number) = await OpenTicketAsync();
        using var staff = await StaffClientAsync("desk:read");
        using var other = await ClientAsync(customer.Viewer.UserId, customer.Account, "desk:read desk:write tickets:write tickets:read");
        var id = await TicketIdAsync(staff, number);

        Assert.Equal("FORBIDDEN", await CodeAsync(staff, Log, new { id, minutes = 5, key = "read-only" }));
        Assert.Equal("FORBIDDEN", await CodeAsync(other, Log, new { id, minutes = 5, key = "customer" }));
        Assert.Equal("FORBIDDEN", await CodeAsync(other, "{ desk { attention { failedWork } } }"));
        using var stranger = host.CreateClient();
        Assert.Equal("UNAUTHENTICATED", await CodeAsync(stranger, "{ desk { attention { failedWork } } }"));
    }

    [Fact]
    public async Task The_queue_is_told_anew_when_something_changes_it()
    {
        var (customer, number) = await OpenTicketAsync();
        using var staff = await StaffClientAsync("desk:read desk:write");
        staff.DefaultRequestHeaders.Accept.ParseAdd("text/event-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "subscription { deskQueueChanged { entries { ticket { number status } } } }" }),
        };
        using var response = await staff.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Contains("OPEN", await NextAsync(lines), StringComparison.Ordinal);

        await customer.Get<CloseTicket>().HandleAsync(await IdAsync(number), customer.Viewer, CancellationToken.None);

        string told;
        do
        {
            told = await NextAsync(lines);
        }
        while (told.Contains($"\"number\":{number},", StringComparison.Ordinal));
    }

    private static async Task<string> NextAsync(StreamReader lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (true)
        {
            var line = await lines.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The stream ended.");
            if (line.StartsWith("data: {", StringComparison.Ordinal) || line.StartsWith("data:{", StringComparison.Ordinal))
            {
                return line;
            }
        }
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static int Number(JsonNode ticket) => ticket["number"]!.GetValue<int>();

    private static async Task DoAsync(HttpClient client, string mutation, string input)
    {
        var answer = await AskAsync(client, $$"""mutation { {{mutation}}(input: { {{input}} }) { errors { ... on Error { code message } } } }""");
        Assert.Null(answer[mutation]!["errors"]);
    }

    private static async Task<string> TicketIdAsync(HttpClient staff, int number) =>
        Text((await AskAsync(staff, "query($n: Int!) { desk { ticket(number: $n) { id } } }", new { n = number }))["desk"]!["ticket"]!["id"])!;

    private static async Task<string> AccountIdAsync(HttpClient staff, int number) =>
        (await AskAsync(staff, "{ desk { tickets(show: DONE) { ticket { number } account { account { id } } } } }"))["desk"]!["tickets"]!.AsArray()
            .Single(entry => Number(entry!["ticket"]!) == number)!["account"]!["account"]!["id"]!.GetValue<string>();

    private static async Task<JsonNode> AskAsync(HttpClient client, string query, object? variables = null)
    {
        var response = await PostAsync(client, query, variables);
        Assert.True(response["errors"] is null, response.ToJsonString());
        return response["data"]!;
    }

    private static async Task<string?> CodeAsync(HttpClient client, string query, object? variables = null) =>
        Text((await PostAsync(client, query, variables))["errors"]?[0]?["extensions"]?["code"]);

    private static async Task<JsonNode> PostAsync(HttpClient client, string query, object? variables)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private async Task<(Buyer Customer, int Number)> OpenTicketAsync()
    {
        var customer = await Buyer.OpenAsync(host);
        await customer.BuyAsync(customer.Wish("essential", BillingInterval.Month));
        var opened = await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(), customer.Viewer, CancellationToken.None);
        return (customer, opened.Value.Number);
    }

    private async Task<TicketId> IdAsync(int number)
    {
        await using var db = host.Db();
        return await db.Set<Ticket>().Where(row => row.Number == number).Select(row => row.Id).SingleAsync();
    }

    private async Task<HttpClient> StaffClientAsync(string scopes) =>
        await ClientAsync((await StaffMember.HireAsync(host)).Viewer.UserId, account: null, scopes);

    private async Task<HttpClient> ClientAsync(UserId user, AccountId? account, string scopes)
    {
        var text = ApiTokenText.Create();
        await using var db = host.Db();
        db.Add(new ApiToken
        {
            Id = ApiTokenId.New(TestStore.Start),
            AccountId = account,
            UserId = user,
            Name = "test",
            Hash = ApiTokenText.Hash(text),
            Scopes = scopes,
            CreatedAt = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
        });
        await db.SaveChangesAsync();
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {text}");
        return client;
    }
}
