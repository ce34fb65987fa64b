using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Subscriptions;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Support;

/// <summary>The schema that the tests of the transports are served: something of every kind, quick, slow and failing.</summary>
public static class TestSchema
{
    public const string Topic = "events";

    public static IRequestExecutorBuilder AddTestSchema(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<Signals>();
        return builder
            .AddQueryType<Query>()
            .AddMutationType<Mutation>()
            .AddSubscriptionType<Subscription>()
            .AddInMemorySubscriptions(new SubscriptionOptions { TopicBufferCapacity = 16 });
    }

    public sealed class Query
    {
        public static string Hello(string? name) => $"Hello, {name ?? "world"}!";

        public static string Broken() => throw new InvalidOperationException("secret");

        public static string? Refused() => throw new GraphQLException("It did not work.");

        public static string? User(ClaimsPrincipal user) => user.Identity?.Name;

        public static string? Remembered([GlobalState] string? remembered) => remembered;

        public static string Text(int length) => new('x', length);

        /// <summary>Waits until the test lets it go on.</summary>
        public static async Task<string> Wait([Service] Signals signals, CancellationToken cancellationToken)
        {
            using var waiting = signals.Enter("wait");
            await signals.Released.WaitAsync(cancellationToken);
            return "released";
        }
    }

    public sealed class Mutation
    {
        /// <summary>Publishes the next number.</summary>
        public static async Task<int> Trigger([Service] ITopicEventSender sender, [Service] Signals signals, CancellationToken cancellationToken)
        {
            var number = signals.NextNumber();
            await sender.SendAsync(Topic, number, cancellationToken);
            return number;
        }

        public static async Task<bool> Finish([Service] ITopicEventSender sender)
        {
            await sender.CompleteAsync(Topic);
            return true;
        }
    }

    public sealed class Subscription
    {
        /// <summary>The numbers that are triggered.</summary>
        [Subscribe]
        [Topic(Topic)]
        public static int Events([EventMessage] int number) => number;

        /// <summary>Counts down and ends.</summary>
        [Subscribe]
        public static async IAsyncEnumerable<int> Countdown(int from)
        {
            for (; from > 0; from--)
            {
                await Task.Yield();
                yield return from;
            }
        }

        /// <summary>One event, then the source itself fails.</summary>
        [Subscribe]
        public static async IAsyncEnumerable<int> Breaking()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidOperationException("secret");
        }

        /// <summary>Events that know their place, from the one behind <paramref name="after"/> to the last.</summary>
        [Subscribe]
        public static async IAsyncEnumerable<Entry> Log(long to, long? after)
        {
            for (var sequence = (after ?? 0) + 1; sequence <= to; sequence++)
            {
                await Task.Yield();
                yield return new Entry(sequence);
            }
        }

        /// <summary>Never opens.</summary>
        [Subscribe]
        public static IAsyncEnumerable<int> Closed() => throw new GraphQLException("Nothing to hear here.");

        /// <summary>Says nothing until it is cancelled.</summary>
        [Subscribe]
        public static async IAsyncEnumerable<int> Silence([Service] Signals signals, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            using var open = signals.Enter("silence");
            await signals.Released.WaitAsync(cancellationToken);
            yield return 0;
        }

        /// <summary>Says nothing until it is cancelled, and throws then.</summary>
        [Subscribe]
        public static async IAsyncEnumerable<int> Tantrum([Service] Signals signals, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            using var open = signals.Enter("tantrum");
            cancellationToken.Register(() => throw new InvalidOperationException("I will not be cancelled"));
            await signals.Released.WaitAsync(cancellationToken);
            yield return 0;
        }

        /// <summary>Long texts without end, as fast as they are read.</summary>
        [Subscribe]
        public static async IAsyncEnumerable<string> Flood([Service] Signals signals, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            using var open = signals.Enter("flood");
            var text = new string('x', 100_000);
            while (true)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                signals.NextNumber();
                yield return text;
            }
        }
    }

    public sealed record Entry(long Sequence) : IResumableEvent
    {
        string? IResumableEvent.EventId => Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
