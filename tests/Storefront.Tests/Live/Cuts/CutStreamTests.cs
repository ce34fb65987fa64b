using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Live;
using Storefront.Store.EventLog;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Live.Cuts;

/// <summary>COM-08 where it hurts: connections that break at every point of a ticket's stream.</summary>
public sealed class CutStreamTests
{
    private const int AtOnce = 64;

    [Theory, InlineData(Transport.EventStream), InlineData(Transport.WebSocket)]
    public async Task COM_08_A_stream_that_is_cut_after_any_byte_misses_nothing_and_repeats_nothing(Transport transport)
    {
        await using var host = await StartAsync();
        using var api = await TicketApi.ConnectAsync(host);
        var ticket = (await api.OpenAsync())["id"]!.GetValue<string>();
        var (head, length) = await MeasureAsync(host, api, ticket, transport);
        await using var proxy = new CuttingProxy(host.Address);
        using var http = new HttpClient { BaseAddress = proxy.Address };

        // The head of the answer is cut here and there, what follows it behind each byte. Where not a byte has come, HttpClient asks again by itself.
        var cuts = Enumerable.Range(1, length - 1).Where(count => count >= head || count % 32 == 1);
        foreach (var wave in cuts.Chunk(AtOnce))
        {
            proxy.CutNext(wave);
            var allCut = new TaskCompletionSource();
            var followers = wave.Select(_ => Follow(transport, http, proxy, api, ticket, allCut.Task)).ToList();
            await proxy.WhenCutsAreTakenAsync();
            allCut.SetResult();
            await Task.WhenAll(followers.Select(follower => follower.UntilAsync(1)));

            await HappenAsync(api, ticket);

            await CheckAsync(host, api, followers);

            // Behind the last event's own bytes may be some that end it for the transport alone.
            Assert.True(followers.Sum(follower => follower.Connections) >= followers.Count + wave.Count(count => count < length - 8));
        }
    }

    [Theory, InlineData(Transport.EventStream), InlineData(Transport.WebSocket)]
    public async Task COM_08_A_stream_goes_on_when_the_server_was_started_again(Transport transport)
    {
        await using var host = await StartAsync();
        using var api = await TicketApi.ConnectAsync(host);
        var ticket = (await api.OpenAsync())["id"]!.GetValue<string>();
        await using var proxy = new CuttingProxy(host.Address);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        var followers = Enumerable.Range(0, 8).Select(_ => Follow(transport, http, proxy, api, ticket)).ToList();
        await Task.WhenAll(followers.Select(follower => follower.UntilAsync(1)));
        for (var round = 0; round < 2; round++)
        {
            // Nobody waits until it was told: what the server was about to say when it stopped must come from the next one.
            using var before = await TicketApi.ConnectAsync(host, person: api.Person);
            await HappenAsync(before, ticket);
            await host.RestartAsync();
            proxy.Server = host.Address;
            using var after = await TicketApi.ConnectAsync(host, person: api.Person);
            await HappenAsync(after, ticket);
        }

        await CheckAsync(host, api, followers);
        Assert.All(followers, follower => Assert.True(follower.Connections > 2));
    }

    [Theory, InlineData(Transport.EventStream), InlineData(Transport.WebSocket)]
    public async Task COM_08_Who_was_away_for_longer_than_the_log_is_kept_is_told_and_begins_with_the_state(Transport transport)
    {
        await using var host = await StartAsync();
        using var api = await TicketApi.ConnectAsync(host);
        var ticket = (await api.OpenAsync())["id"]!.GetValue<string>();
        await using var proxy = new CuttingProxy(host.Address);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        await using var follower = Follow(transport, http, proxy, api, ticket);
        await follower.UntilAsync(1);
        await proxy.PauseAsync();
        await HappenAsync(api, ticket);
        await HappenAsync(api, ticket);
        var last = (await LogAsync(host, api))[^1];
        await using (var db = host.Db())
        {
            await db.Set<EventRow>().Where(row => row.AccountId == api.Person.Account && row.Sequence < last).ExecuteDeleteAsync();
        }

        proxy.Resume();
        await follower.UntilAsync(last);
        await HappenAsync(api, ticket);

        var after = (await LogAsync(host, api)).Where(sequence => sequence > last).ToList();
        await follower.UntilAsync(after[^1]);
        Assert.Equal(["SNAPSHOT", "GAP", "SNAPSHOT"], follower.Seen().Take(3).Select(given => given.Kind));
        Assert.Equal([1, last, last, .. after], follower.Seen().Select(given => given.Sequence));
    }

    private static Task<StorefrontHost> StartAsync() => StorefrontHost.StartAsync(configure: builder =>
    {
        builder.Configuration["GraphQL:Server:MaxConnectionsPerClient"] = "10000";

        // The streams of a test on a busy machine are as long as those of one on an idle machine.
        builder.Configuration["GraphQL:Server:KeepAliveInterval"] = "01:00:00";
        builder.Configuration["GraphQL:Budgets:Token:MaximumAvailable"] = "1e9";
        builder.Configuration["GraphQL:Budgets:Token:RestoreRate"] = "1e9";
    });

    private static TicketFollower Follow(
        Transport transport, HttpClient http, CuttingProxy proxy, TicketApi api, string ticket, Task? mayAskAgain = null)
    {
        var token = api.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        TicketFollower follower = transport == Transport.EventStream
            ? new EventStreamTicketFollower(http, proxy.Address, token, ticket)
            : new SocketTicketFollower(proxy.Address, token, ticket);
        follower.Start(mayAskAgain ?? Task.CompletedTask);
        return follower;
    }

    /// <summary>How many bytes the answer's head has, and the whole of a stream with what happens in a wave.</summary>
    private static async Task<(int Head, int Length)> MeasureAsync(StorefrontHost host, TicketApi api, string ticket, Transport transport)
    {
        await using var proxy = new CuttingProxy(host.Address);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        await using var follower = Follow(transport, http, proxy, api, ticket);
        await follower.UntilAsync(1);
        await HappenAsync(api, ticket);
        await follower.UntilAsync((await LogAsync(host, api))[^1]);
        var passed = proxy.Passed;
        return (passed.AsSpan().IndexOf("\r\n\r\n"u8), passed.Length);
    }

    private static async Task HappenAsync(TicketApi api, string ticket)
    {
        for (var count = 0; count < 2; count++)
        {
            var payload = (await api.AskAsync($$"""mutation { replyToTicket(input: { ticketId: "{{ticket}}", body: "Not yet" }) { errors { ... on Error { code } } } }"""))["replyToTicket"]!;
            Assert.True(payload["errors"] is null, payload.ToJsonString());
        }
    }

    /// <summary>The sequences of everything that happened to the account and is kept.</summary>
    private static async Task<IReadOnlyList<long>> LogAsync(StorefrontHost host, TicketApi api) =>
    [
        .. (await host.Services.GetRequiredService<EventLogReader>().ReadAsync(api.Person.Account, EventStream.Customer, 0, ticket: null, 10_000, CancellationToken.None))
            .Select(happened => happened.Sequence),
    ];

    /// <summary>Each was given one snapshot and everything that came after it once and in order, however often it was cut off.</summary>
    private static async Task CheckAsync(StorefrontHost host, TicketApi api, IReadOnlyList<TicketFollower> followers)
    {
        var log = await LogAsync(host, api);
        foreach (var follower in followers)
        {
            await follower.UntilAsync(log[^1]);
            var seen = follower.Seen();
            Assert.Equal("SNAPSHOT", seen[0].Kind);
            Assert.DoesNotContain(seen.Skip(1), given => given.Kind is "SNAPSHOT" or "GAP");
            Assert.Equal(log.Where(sequence => sequence > seen[0].Sequence), seen.Skip(1).Select(given => given.Sequence));
            await follower.DisposeAsync();
        }
    }
}
