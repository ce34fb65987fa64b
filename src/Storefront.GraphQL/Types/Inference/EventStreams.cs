using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Subscriptions;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Source streams of any event type as streams of objects.</summary>
internal static partial class EventStreams
{
    public static Func<object, IAsyncEnumerable<object?>> Adapter(Type contract) =>
        typeof(EventStreams)
            .GetMethod(contract.GetGenericTypeDefinition() == typeof(ISourceStream<>) ? nameof(Source) : nameof(Sequence), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(contract.GetGenericArguments())
            .CreateDelegate<Func<object, IAsyncEnumerable<object?>>>();

    public static Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> Topic(string pattern, Type message) =>
        (Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>>)typeof(EventStreams)
            .GetMethod(nameof(TopicOf), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(message)
            .Invoke(null, [pattern])!;

    /// <summary>The arguments that a topic's name is made of.</summary>
    public static IEnumerable<string> Placeholders(string pattern) => Placeholder.Matches(pattern).Select(match => match.Groups[1].Value);

    private static Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> TopicOf<T>(string pattern) => async context =>
    {
        var topic = Placeholder.Replace(pattern, match =>
            Convert.ToString(context.Arguments.GetValueOrDefault(match.Groups[1].Value), CultureInfo.InvariantCulture) ?? string.Empty);
        var receiver = context.Services.GetRequiredService<ITopicEventReceiver>();
        var stream = await receiver.SubscribeAsync<T>(topic, context.RequestAborted).ConfigureAwait(false);
        return Source<T>(stream);
    };

    // A stream of a class is one of objects as it stands; only values have to be put into boxes.
    private static IAsyncEnumerable<object?> Sequence<T>(object sequence) => sequence as IAsyncEnumerable<object?> ?? OfSequence<T>(sequence);

    private static IAsyncEnumerable<object?> Source<T>(object source) => source as TopicReader<T> as IAsyncEnumerable<object?> ?? OfSource<T>(source);

    private static async IAsyncEnumerable<object?> OfSequence<T>(object sequence, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in ((IAsyncEnumerable<T>)sequence).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private static async IAsyncEnumerable<object?> OfSource<T>(object source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var stream = (ISourceStream<T>)source;
        await using (stream.ConfigureAwait(false))
        {
            await foreach (var item in stream.ReadEventsAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder { get; }
}
