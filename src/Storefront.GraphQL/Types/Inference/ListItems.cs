using System.Collections;
using System.Reflection;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>What compiled resolvers do with lists.</summary>
internal static class ListItems
{
    public static List<object?> Convert(object list, Func<object, object?> convert)
    {
        var items = list is ICollection collection ? new List<object?>(collection.Count) : [];
        foreach (var item in (IEnumerable)list)
        {
            items.Add(item is null ? null : convert(item));
        }

        return items;
    }

    /// <summary>Reads a query or an asynchronous sequence into a list; null for a list that is one already.</summary>
    public static Func<IResolverContext, object, ValueTask<object?>>? Materializer(Type type, Type item)
    {
        var isAsync = typeof(IAsyncEnumerable<>).MakeGenericType(item).IsAssignableFrom(type);
        if (!isAsync && !typeof(IQueryable).IsAssignableFrom(type))
        {
            return null;
        }

        return typeof(ListItems).GetMethod(nameof(Materialize), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(item)
            .CreateDelegate<Func<IResolverContext, object, ValueTask<object?>>>();
    }

    public static async ValueTask<List<T>> ToListAsync<T>(object source, CancellationToken cancellationToken)
    {
        if (source is not IAsyncEnumerable<T> stream)
        {
            return [.. (IEnumerable<T>)source];
        }

        var items = new List<T>();
        await foreach (var item in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        return items;
    }

    private static async ValueTask<object?> Materialize<T>(IResolverContext context, object source) =>
        await ToListAsync<T>(source, context.RequestAborted).ConfigureAwait(false);
}
