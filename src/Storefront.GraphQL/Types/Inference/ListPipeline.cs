using System.Linq.Expressions;
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
            var where = lists.Filter is { } filter && context.Arguments.GetValueOrDefault("where") is Dictionary<string, object?> given
                ? FilterExpressions.Build<T>(filter, given)
                : null;
            var order = OrderOf(lists, context);

            // A query that asks nothing yet of a list in memory is read like that list, but for what orders it.
            var isMemory = unique.Count > 0 && source is EnumerableQuery<T> and IQueryable<T> { Expression: ConstantExpression };
            if (source is IQueryable<T> query && !isMemory)
            {
                query = where is null ? query : query.Where(where);
                var own = Keyset.OrderOf(query);
                if (lists.Paging is not null)
                {
                    var chosen = Keyset.Complete(Keyset.Complete(order, own), unique);
                    return await Keyset.PageAsync(query, chosen, PagingFeature.ReadArguments(context), context.RequestAborted).ConfigureAwait(false);
                }

                query = order.Count == 0 ? query : Keyset.Order(query, Keyset.Complete(order, own));
                return await ListItems.ToListAsync<T>(query, context.RequestAborted).ConfigureAwait(false);
            }

            // A list keeps its own order unless something is asked of it.
            IEnumerable<T> items = await ListItems.ToListAsync<T>(source, context.RequestAborted).ConfigureAwait(false);
            items = where is null ? items : items.Where(where.Compile(preferInterpretation: true));
            if (lists.Paging is null)
            {
                return KeysetInMemory.Order(items, order).ToList();
            }

            var all = items as List<T> ?? [.. items];
            var keysOfList = isMemory || order.Count > 0 || keys.Count > 0 ? Keyset.Complete(order, unique) : [];
            return keysOfList.Count > 0
                ? KeysetInMemory.Page(all, keysOfList, PagingFeature.ReadArguments(context))
                : PositionPaging.Page(all, PagingFeature.ReadArguments(context));
        };
    }

    private static IReadOnlyList<KeysetKey> OrderOf(ListFeatures lists, IResolverContext context) =>
        lists.Sort is { } sort && context.Arguments.GetValueOrDefault("order") is List<object?> given
            ? [.. given.Cast<Dictionary<string, object?>>().SelectMany(keysOfOne => sort.Type.Fields
                .Where(field => keysOfOne.GetValueOrDefault(field.Name) is not null)
                .Select(field => keysOfOne[field.Name] is SortEnumType.Descending ? sort.Properties[field.Name].Descending : sort.Properties[field.Name].Ascending))]
            : [];
}
