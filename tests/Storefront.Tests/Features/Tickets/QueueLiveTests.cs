using System.Text.Json.Nodes;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Tickets;

/// <summary>The place in the queue follows by itself when another customer's ticket moves it, and tells nothing of that ticket.</summary>
public sealed class QueueLiveTests : IAsyncLifetime
{
    private StorefrontHost host = null!;

    public async Task InitializeAsync() => host = await StorefrontHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task FLU_13_COM_06_The_place_is_live_when_another_account_s_ticket_moves_it_and_nothing_of_that_is_told()
    {
        using var mine = await TicketApi.ConnectAsync(host);
        using var theirs = await TicketApi.ConnectAsync(host);
        var ticket = await mine.OpenAsync(TicketApi.Ticket(impact: "LOW"));
        var id = ticket["id"]!.GetValue<string>();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var live = mine.FollowAsync(id, after: 1, stop.Token, queueMark: "1").GetAsyncEnumerator(stop.Token);
        var next = live.MoveNextAsync().AsTask();

        await theirs.OpenAsync(TicketApi.Ticket(subject: "A secret of theirs"));

        Assert.True(await next);
        var moved = live.Current["data"]!["ticketEvents"]!;
        Assert.Equal(("TicketQueueMoved", "TICKET_QUEUE_CHANGED", 1), (Text(moved["__typename"]), Text(moved["kind"]), moved["sequence"]!.GetValue<long>()));
        Assert.DoesNotContain("secret", live.Current.ToJsonString(), StringComparison.Ordinal);
        var queue = (await mine.AskAsync("query($id: ID!) { node(id: $id) { ... on Ticket { queue { position ahead reason } } } }", new { id }))["node"]!["queue"]!;
        Assert.Equal((2, "1 more severe ticket is ahead."), (queue["position"]!.GetValue<int>(), Text(queue["reason"])));

        // The account's own events come in the same stream, in order and once.
        await mine.AskAsync($$"""mutation { replyToTicket(input: { ticketId: "{{id}}", body: "More" }) { ticket { number } } }""");
        Assert.True(await live.MoveNextAsync());
        Assert.Equal(("TICKET_REPLIED", 2), (Text(live.Current["data"]!["ticketEvents"]!["kind"]), live.Current["data"]!["ticketEvents"]!["sequence"]!.GetValue<long>()));
    }

    [Fact]
    public async Task A_place_that_changed_while_nobody_looked_is_told_at_once_and_without_a_mark_never()
    {
        using var mine = await TicketApi.ConnectAsync(host);
        using var theirs = await TicketApi.ConnectAsync(host);
        var id = (await mine.OpenAsync(TicketApi.Ticket(impact: "LOW")))["id"]!.GetValue<string>();
        await theirs.OpenAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        await using var live = mine.FollowAsync(id, after: 1, stop.Token, queueMark: "1").GetAsyncEnumerator(stop.Token);
        Assert.True(await live.MoveNextAsync());
        Assert.Equal("TICKET_QUEUE_CHANGED", Text(live.Current["data"]!["ticketEvents"]!["kind"]));

        await using var plain = mine.FollowAsync(id, after: 1, stop.Token).GetAsyncEnumerator(stop.Token);
        var next = plain.MoveNextAsync().AsTask();
        await theirs.OpenAsync();
        Assert.True(await live.MoveNextAsync());
        Assert.False(next.IsCompleted);
        await mine.AskAsync($$"""mutation { replyToTicket(input: { ticketId: "{{id}}", body: "More" }) { ticket { number } } }""");
        Assert.True(await next);
        Assert.Equal("TICKET_REPLIED", Text(plain.Current["data"]!["ticketEvents"]!["kind"]));
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
