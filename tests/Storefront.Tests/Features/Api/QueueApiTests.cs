using System.Text.Json;
using System.Text.Json.Nodes;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Api.StaffApi;

namespace Storefront.Tests.Features.Api;

/// <summary>ticketOutlook, moveTicketInQueue and accountEvents with a mark of the queue over the wire.</summary>
public sealed class QueueApiTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task TicketOutlook_says_class_and_promises_before_anything_is_sent_and_nothing_of_what_it_does_not_know()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        const string Query =
            "query($urgency: Urgency, $impact: Impact) { ticketOutlook(kind: \"support\", urgency: $urgency, impact: $impact) { class { key } targets { kind dueAt } ahead onCallPercent } }";

        var known = (await customer.AskAsync(Query, new { urgency = "HIGH", impact = "HIGH" }))["ticketOutlook"]!;
        var unknown = (await customer.AskAsync(Query))["ticketOutlook"]!;
        using var anonymous = host.CreateClient();
        using var turnedAway = await anonymous.PostAsync(
            new Uri("/graphql", UriKind.Relative), new StringContent("""{"query":"{ ticketOutlook(kind: \"support\") { ahead } }"}""", null, "application/json"));

        Assert.Equal("Q1", known["class"]!["key"]!.GetValue<string>());
        Assert.Equal(["START", "WORKAROUND"], known["targets"]!.AsArray().Select(target => target!["kind"]!.GetValue<string>()));
        Assert.Null(unknown["class"]);
        Assert.Empty(unknown["targets"]!.AsArray());
        Assert.Contains("UNAUTHENTICATED", await turnedAway.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoveTicketInQueue_puts_own_tickets_of_one_class_in_another_order()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        using var other = await TicketApi.ConnectAsync(host);
        var (first, second, severe) = (await OpenAsync(customer, "LOW"), await OpenAsync(customer, "LOW"), await OpenAsync(customer, "HIGH"));
        var theirs = await OpenAsync(other, "LOW");

        var moved = await MoveAsync(customer, second, first);
        var mixed = await MoveAsync(customer, second, severe);
        var foreign = await MoveAsync(customer, theirs, first);
        var behind = await MoveAsync(customer, first, theirs);

        Assert.Null(CodeOf(moved));
        Assert.Equal(("NOT_ONE_CLASS", "NOT_FOUND", "NOT_FOUND"), (CodeOf(mixed), CodeOf(foreign), CodeOf(behind)));
        Assert.True(await PlaceAsync(customer, second) < await PlaceAsync(customer, first));
    }

    [Fact]
    public async Task AccountEvents_tell_with_a_mark_when_another_account_moves_a_place_and_nothing_of_it()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        using var other = await TicketApi.ConnectAsync(host);
        await OpenAsync(customer, "LOW");
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var live = FollowAsync(customer, after: 1, mark: "", stop.Token).GetAsyncEnumerator(stop.Token);
        var next = live.MoveNextAsync().AsTask();

        await OpenAsync(other, "HIGH", "A secret of theirs");

        Assert.True(await next);
        Assert.Equal("TICKET_QUEUE_CHANGED", live.Current["data"]!["accountEvents"]!["kind"]!.GetValue<string>());
        Assert.DoesNotContain("secret", live.Current.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(TicketApi by, string impact, string subject = "Checkout fails") =>
        (await by.OpenAsync(TicketApi.Ticket(urgency: "HIGH", impact: impact, subject: subject)))["id"]!.GetValue<string>();

    private static Task<JsonNode> MoveAsync(TicketApi by, string ticket, string before) =>
        PayloadAsync(by.Http, "moveTicketInQueue", $$"""ticketId: "{{ticket}}", before: "{{before}}" """, "ticket { number }");

    private static async Task<int> PlaceAsync(TicketApi by, string ticket) =>
        (await by.AskAsync("query($id: ID!) { node(id: $id) { ... on Ticket { queue { position } } } }", new { id = ticket }))["node"]!["queue"]!["position"]!.GetValue<int>();

    private static async IAsyncEnumerable<JsonNode> FollowAsync(
        TicketApi by, long after, string mark, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Query = "subscription($after: Long, $mark: String) { accountEvents(after: $after, queueMark: $mark) { sequence kind } }";
        var address = $"/graphql?query={Uri.EscapeDataString(Query)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(new { after, mark }))}";
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await by.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && line.Length > "data:".Length + 1)
            {
                yield return JsonNode.Parse(line["data:".Length..])!;
            }
        }
    }
}
