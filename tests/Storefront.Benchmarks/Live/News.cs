using Storefront.GraphQL.Types.Attributes;

namespace Storefront.Benchmarks.Live;

/// <summary>The smallest schema that something can be heard of.</summary>
internal static class News
{
    public const string Topic = "news";

    /// <param name="Number">From 1, without gaps.</param>
    /// <param name="Text">As long as the benchmark asks for.</param>
    public sealed record Item(int Number, string Text);

    public sealed class Query
    {
        public static int Ready() => 1;
    }

    public sealed class Subscription
    {
        [Subscribe]
        [Topic(Topic)]
        public static Item News([EventMessage] Item item) => item;
    }
}
