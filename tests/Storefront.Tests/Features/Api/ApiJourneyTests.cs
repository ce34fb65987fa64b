using System.Text.Json;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Api;

/// <summary>The whole way by the public API alone: two tokens, HTTP, event streams and WebSockets. Only the card is paid on a page.</summary>
public sealed class ApiJourneyTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string TicketEvents = """
        subscription($ticketId: ID!, $after: Long) { ticketEvents(ticketId: $ticketId, after: $after) { sequence kind ticket { status chargedMinutes } } }
        """;

    private const string AccountEvents = "subscription { accountEvents { sequence kind } }";

    private const string Hours = "subscription { hourBalanceChanged { availableMinutes } }";

    private static readonly string[] Work =
    [
        """classifyTicket(input: { ticketId: $id, classKey: "Q1" }) { errors { __typename } }""",
        """replyAsStaff(input: { ticketId: $id, body: "We are looking at it." }) { errors { __typename } }""",
        """addStaffNote(input: { ticketId: $id, body: "The certificate again." }) { errors { __typename } }""",
        """changeTicketStatus(input: { ticketId: $id, status: IN_PROGRESS }) { errors { __typename } }""",
        """logWork(input: { ticketId: $id, minutes: 90, note: "Certificate renewed", idempotencyKey: "log" }) { errors { __typename } }""",
        """changeTicketStatus(input: { ticketId: $id, status: RESOLVED }) { errors { __typename } }""",
    ];

    [Fact]
    public async Task FLU_18_COM_08_A_plan_is_bought_and_a_ticket_followed_without_a_page()
    {
        using var customer = await ApiProgram.OfCustomerAsync(host);
        using var staff = await ApiProgram.OfStaffAsync(host);
        await using var account = customer.ByWebSocket(AccountEvents);
        await using var hours = customer.ByEventStream(Hours);
        await account.AfterAsync(1);
        Assert.Equal(0, Minutes(await hours.AfterAsync(1)));

        await BuyAsync(customer);
        await hours.UntilAsync(seen => Minutes(seen) == 1200);

        var ticket = await OpenAsync(customer);
        await using var streamed = customer.ByEventStream(TicketEvents, new { ticketId = ticket });
        await using var socketed = customer.ByWebSocket(TicketEvents, new { ticketId = ticket });
        await streamed.AfterAsync(1);
        await socketed.AfterAsync(1);
        foreach (var mutation in Work)
        {
            await staff.AskAsync($"mutation($id: ID!) {{ {mutation} }}", new { id = ticket });
        }

        string[] kinds =
        [
            "SNAPSHOT", "TICKET_CLASSIFIED", "TICKET_REPLIED", "TICKET_STATUS_CHANGED", "WORK_LOGGED", "TICKET_STATUS_CHANGED",
        ];
        var seen = await streamed.AfterAsync(kinds.Length);
        var also = await socketed.AfterAsync(kinds.Length);
        Assert.Equal(kinds, seen.Select(happened => Text(happened, "kind")));
        Assert.Equal("RESOLVED", Text(seen[^1], "ticket", "status"));
        Assert.Equal(90, seen[^1].GetProperty("ticket").GetProperty("chargedMinutes").GetInt32());
        Assert.Equal(Sequences(seen).Distinct().Order(), Sequences(seen));
        Assert.Equal(Sequences(seen), Sequences(also));
        Assert.Equal(kinds, also.Select(happened => Text(happened, "kind")));

        await ReplayAsync(customer, ticket, seen);
        await hours.UntilAsync(all => Minutes(all) == 1110);
        Assert.Equal(1110, (await customer.AskAsync("{ account { hourBalance { availableMinutes usedMinutes } } }"))
            .GetProperty("account").GetProperty("hourBalance").GetProperty("availableMinutes").GetInt32());
        await CheckAccountAsync(account, seen);
        await ReadLogAsync(customer, account.Seen());
        Assert.Equal(kinds.Length, streamed.Seen().Count);
        Assert.Equal(kinds.Length, socketed.Seen().Count);
    }

    [Fact]
    public async Task COM_06_A_ticket_of_another_account_is_not_there_by_any_way()
    {
        using var owner = await ApiProgram.OfCustomerAsync(host);
        using var stranger = await ApiProgram.OfCustomerAsync(host);
        var opened = (await owner.AskAsync(
            """mutation { openTicket(input: { subject: "Mine", body: "Only mine.", kind: "advice", urgency: LOW, impact: LOW }) { ticket { id number } errors { __typename } } }"""))
            .GetProperty("openTicket").GetProperty("ticket");
        var (id, number) = (Text(opened, "id"), opened.GetProperty("number").GetInt32());

        var seen = await stranger.AskAsync("query($id: ID!, $number: Int!) { node(id: $id) { id } ticket(number: $number) { id } }", new { id, number });
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("node").ValueKind);
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("ticket").ValueKind);
        var replied = await stranger.PostAsync(
            "mutation($id: ID!) { replyToTicket(input: { ticketId: $id, body: \"Hello\" }) { errors { ... on Error { code } } } }", new { id });
        Assert.Contains("NOT_FOUND", replied.ToString(), StringComparison.Ordinal);
        await using var follower = stranger.ByWebSocket(TicketEvents, new { ticketId = id });
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => follower.AfterAsync(1));
        Assert.Contains("NOT_FOUND", refused.Message, StringComparison.Ordinal);
    }

    private static async Task BuyAsync(ApiProgram customer)
    {
        var plans = await customer.AskAsync("{ plans { key monthlyMinutes prices { interval amount { amount currency } discountPercent } } }");
        var business = plans.GetProperty("plans").EnumerateArray().Single(plan => Text(plan, "key") == "business");
        Assert.Equal(1200, business.GetProperty("monthlyMinutes").GetInt32());

        var checkout = (await customer.AskAsync(
            """
            mutation { startCheckout(input: { planKey: "business", interval: YEAR, currency: "CLP", method: "card", idempotencyKey: "one" }) {
              checkout { reference url } errors { __typename } } }
            """)).GetProperty("startCheckout").GetProperty("checkout");
        using (var page = new PaymentPage())
        {
            await page.PayAsync(new Uri(Text(checkout, "url")), PaymentPage.GoodCard);
        }

        const string query = """
            query($reference: String!) { account { order(reference: $reference) { status } subscription { status plan { key } } hourBalance { availableMinutes } } }
            """;
        JsonElement account = default;
        await Eventually.IsTrueAsync(async () =>
        {
            account = (await customer.AskAsync(query, new { reference = Text(checkout, "reference") })).GetProperty("account");
            return account.GetProperty("subscription").ValueKind == JsonValueKind.Object && Text(account, "order", "status") == "PAID";
        });
        Assert.Equal(("ACTIVE", "business"), (Text(account, "subscription", "status"), Text(account, "subscription", "plan", "key")));
        Assert.Equal(1200, account.GetProperty("hourBalance").GetProperty("availableMinutes").GetInt32());
    }

    private static async Task<string> OpenAsync(ApiProgram customer)
    {
        const string table = "order,time\n4821,10:52\n";
        var file = await customer.UploadAsync("orders.csv", table);
        var ticket = (await customer.AskAsync(
            """
            mutation($files: [ID!]) { openTicket(input: { subject: "Card payments fail", body: "Since *10:50*.", kind: "support", urgency: HIGH, impact: HIGH, attachments: $files }) {
              ticket { id number status proposedClass { key } attachments { fileName url } } errors { __typename } } }
            """,
            new { files = new[] { file } })).GetProperty("openTicket").GetProperty("ticket");
        Assert.Equal(("OPEN", "Q1"), (Text(ticket, "status"), Text(ticket, "proposedClass", "key")));
        var attached = ticket.GetProperty("attachments").EnumerateArray().Single();
        Assert.Equal("orders.csv", Text(attached, "fileName"));
        Assert.Equal(table, await customer.Http.GetStringAsync(new Uri(Text(attached, "url"), UriKind.RelativeOrAbsolute)));
        return Text(ticket, "id");
    }

    /// <summary>Who was away after the third event is given what followed it, by either way.</summary>
    private static async Task ReplayAsync(ApiProgram customer, string ticket, IReadOnlyList<JsonElement> seen)
    {
        var missed = new { ticketId = ticket, after = seen[2].GetProperty("sequence").GetInt64() };
        await using var streamed = customer.ByEventStream(TicketEvents, missed);
        await using var socketed = customer.ByWebSocket(TicketEvents, missed);
        Assert.Equal(Sequences(seen).Skip(3), Sequences(await streamed.AfterAsync(seen.Count - 3)));
        Assert.Equal(Sequences(seen).Skip(3), Sequences(await socketed.AfterAsync(seen.Count - 3)));
    }

    /// <summary>The account's stream has no hole, and what happened to the ticket is in it.</summary>
    private static async Task CheckAccountAsync(LiveFollower account, IReadOnlyList<JsonElement> ticket)
    {
        await account.UntilAsync(seen => seen[^1].GetProperty("sequence").GetInt64() >= ticket[^1].GetProperty("sequence").GetInt64());
        var seen = account.Seen();
        var first = seen[0].GetProperty("sequence").GetInt64();
        Assert.Equal(Enumerable.Range(0, seen.Count).Select(step => first + step), Sequences(seen));
        var kinds = seen.Select(happened => Text(happened, "kind")).ToList();
        Assert.Equal("SNAPSHOT", kinds[0]);
        Assert.Superset(new HashSet<string>(["PAYMENT_CHANGED", "SUBSCRIPTION_CHANGED", "HOURS_CHANGED", "TICKET_OPENED", "WORK_LOGGED"]), kinds.ToHashSet(StringComparer.Ordinal));
        Assert.Superset(Sequences(ticket.Skip(1)).ToHashSet(), Sequences(seen).ToHashSet());
    }

    /// <summary>What was told live is what the log has: whole, and page by page.</summary>
    private static async Task ReadLogAsync(ApiProgram customer, IReadOnlyList<JsonElement> live)
    {
        async Task<IReadOnlyList<JsonElement>> ReadAsync(long after, int first) =>
            [
                .. (await customer.AskAsync("query($after: Long, $first: Int!) { account { events(after: $after, first: $first) { sequence kind } } }", new { after, first }))
                    .GetProperty("account").GetProperty("events").EnumerateArray(),
            ];
        var begun = live[0].GetProperty("sequence").GetInt64();
        var all = await ReadAsync(begun, 200);
        Assert.Equal(live.Skip(1).Select(happened => happened.ToString()), all.Take(live.Count - 1).Select(happened => happened.ToString()));
        Assert.Equal(Sequences(all.Skip(2).Take(3)), Sequences(await ReadAsync(Sequences(all).ElementAt(1), 3)));
    }

    private static IEnumerable<long> Sequences(IEnumerable<JsonElement> seen) => seen.Select(happened => happened.GetProperty("sequence").GetInt64());

    private static int Minutes(IReadOnlyList<JsonElement> seen) => seen[^1].GetProperty("availableMinutes").GetInt32();

    private static string Text(JsonElement element, params string[] path) => path.Aggregate(element, (at, name) => at.GetProperty(name)).GetString()!;
}
