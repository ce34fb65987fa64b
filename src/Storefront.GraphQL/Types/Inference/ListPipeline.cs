using System.Reflection;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Filters, orders and pages what a resolver gives.</summary>
internal static class ListPipeline
{
    public static Func<IResolverContext, object, ValueTask<object?>> Create(ListFeatures lists, Action<string> report) =>
        (Func<IResolverContext, object, ValueTask<object?>>)typeof(ListPipeline)
            .GetMethod(nameof(CreateOf), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(lists.ItemType)
            .Invoke(null, [lists, report])!;

    private static Func<IResolverContext, object, ValueTask<object?>> CreateOf<T>(ListFeatures lists, Action<string> report)
    {
        var keys = KeysetKey.Parse(typeof(T), lists.Paging?.Keys ?? [], report);
        var unique = keys.Count > 0 ? keys : KeysetKey.ById(typeof(T));
        if (lists is { Paging: not null, Sort: not null } && unique.Count == 0)
        {
            report($"{typeof(T)} has no property Id, and [UsePaging] no keys: what a client orders by could not tell its items apart.");
        }

        return async (context, source) =>
        {
            // A list keeps its own order unless something is asked of it.
            var isQuery = source is IQueryable<T>;
            if (source is IAsyncEnumerable<T> && !isQuery)
            {
                source = await ListItems.ToListAsync<T>(source, context.RequestAborted).ConfigureAwait(false);
            }

            var query = source as IQueryable<T> ?? ((IEnumerable<T>)source).AsQueryable();
            if (lists.Filter is { } filter && context.Arguments.GetValueOrDefault("where") is Dictionary<string, object?> where)
            {
                query = query.Where(FilterExpressions.Build<T>(filter, where));
            }

            IReadOnlyList<KeysetKey> order = [];
            if (lists.Sort is { } sort && context.Arguments.GetValueOrDefault("order") is List<object?> given)
            {
                order = [.. given.Cast<Dictionary<string, object?>>().SelectMany(keysOfOne => sort.Type.Fields
                    .Where(field => keysOfOne.GetValueOrDefault(field.Name) is not null)
                    .Select(field => keysOfOne[field.Name] is SortEnumType.Descending ? sort.Properties[field.Name].Descending : sort.Properties[field.Name].Ascending))];
            }

            if (lists.Paging is null)
            {
                return await ListItems.ToListAsync<T>(order.Count == 0 ? query : Keyset.Order(query, Keyset.Complete(order, Keyset.OrderOf(query))), context.RequestAborted).ConfigureAwait(false);
            }

            var arguments = PagingFeature.ReadArguments(context);
            var own = isQuery ? Keyset.OrderOf(query) : [];
            var isOrdered = isQuery || order.Count > 0 || keys.Count > 0;
            var chosen = isOrdered ? Keyset.Complete(Keyset.Complete(order, own), unique) : [];
            return chosen.Count > 0 || isQuery
                ? await Keyset.PageAsync(query, chosen, arguments, context.RequestAborted).ConfigureAwait(false)
                : PositionPaging.Page([.. query], arguments);
        };
    }
}
