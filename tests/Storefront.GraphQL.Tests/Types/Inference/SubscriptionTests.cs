using System.Security.Claims;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Subscriptions;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Types.Inference;

public sealed class SubscriptionTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query))
        .AddSubscriptionType(typeof(Subscription))
        .AddInMemorySubscriptions());

    [Fact]
    public void Arguments_are_those_of_both_methods_and_openers_are_no_fields() => Assert.Equal(
        """
        type Subscription {
          messageAdded(room: String!): String!
          ticks(to: Int!): Int!
          counted(from: Int!): String!
          secret: Int!
        }
        """.ReplaceLineEndings("\n"),
        Fixture.Print("Subscription"));

    [Fact]
    public async Task A_topic_s_messages_are_the_events()
    {
        var sender = Fixture.Service<ITopicEventSender>();
        await using var responses = Fixture.SubscribeAsync("subscription { messageAdded(room: \"a\") }").GetAsyncEnumerator();

        var first = responses.MoveNextAsync();
        await UntilAsync(() => Fixture.Service<InMemoryTopics>().TopicCount == 1);
        await sender.SendAsync("room-b", "elsewhere");
        await sender.SendAsync("room-a", "hello");
        Assert.True(await first);
        Assert.Equal("""{"data":{"messageAdded":"hello!"}}""", responses.Current);
        await sender.CompleteAsync("room-a");
        Assert.False(await responses.MoveNextAsync());
    }

    [Fact]
    public async Task A_sequence_is_its_own_stream() => Assert.Equal(
        ["""{"data":{"ticks":1}}""", """{"data":{"ticks":2}}"""],
        await Fixture.SubscribeAsync("subscription { ticks(to: 2) }").ToListAsync());

    [Fact]
    public async Task Another_method_may_open_the_stream() => Assert.Equal(
        ["""{"data":{"counted":"5"}}""", """{"data":{"counted":"6"}}"""],
        await Fixture.SubscribeAsync("subscription { counted(from: 5) }").ToListAsync());

    [Fact]
    public async Task Authorization_is_asked_for_before_the_stream_is_opened()
    {
        Assert.Contains("UNAUTHENTICATED", Assert.Single(await Fixture.SubscribeAsync("subscription { secret }").ToListAsync()), StringComparison.Ordinal);
        var user = new ClaimsPrincipal(new ClaimsIdentity("test"));
        Assert.Equal(["""{"data":{"secret":1}}"""], await Fixture.SubscribeAsync("subscription { secret }", user).ToListAsync());
    }

    [Fact]
    public void A_field_without_events_is_refused() => Assert.Contains(
        "Subscription.nothing has no source of events: give it a parameter marked [EventMessage], [Subscribe(With = …)], or return an IAsyncEnumerable.",
        SchemaFixture.ProblemsOf(builder => builder.AddQueryType(typeof(Query)).AddSubscriptionType(typeof(Silent))));

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    public static class Query
    {
        public static int One() => 1;
    }

    public static class Subscription
    {
        [Subscribe]
        [Topic("room-{room}")]
        public static string MessageAdded(string room, [EventMessage] string message) => $"{message}!{room[1..]}";

        [Subscribe]
        public static async IAsyncEnumerable<int> TicksAsync(int to)
        {
            for (var tick = 1; tick <= to; tick++)
            {
                await Task.Yield();
                yield return tick;
            }
        }

        [Subscribe(With = nameof(Count))]
        public static string Counted([EventMessage] int number) => $"{number}";

        public static async ValueTask<IAsyncEnumerable<int>> Count(int from)
        {
            await Task.Yield();
            return new[] { from, from + 1 }.ToAsyncEnumerable();
        }

        [Subscribe]
        [Authorize]
        public static IAsyncEnumerable<int> Secret() => Enumerable.Repeat(1, 1).ToAsyncEnumerable();
    }

    public static class Silent
    {
        [Subscribe]
        public static int Nothing() => 1;
    }
}
