using Storefront.GraphQL.Types.Pagination;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>
/// Orders and pages a list as <see cref="Keyset"/> does a query. What LINQ would do with a query over a list is to compile it anew for each
/// request, which takes longer than reading thousands of items.
/// </summary>
internal static class KeysetInMemory
{
    public static IEnumerable<T> Order<T>(IEnumerable<T> items, IReadOnlyList<KeysetKey> keys, bool isReversed = false)
    {
        IOrderedEnumerable<T>? ordered = null;
        foreach (var key in keys)
        {
            var isDescending = key.IsDescending != isReversed;
            if (key.IsNullable)
            {
                ordered = By(item => key.Read(item!) is null, Comparer<bool>.Default, isDescending);
            }

            ordered = By(item => key.Read(item!), key.Comparison.Order, isDescending);
        }

        return ordered ?? items;

        IOrderedEnumerable<T> By<TKey>(Func<T, TKey> key, IComparer<TKey> order, bool isDescending) => (ordered, isDescending) switch
        {
            (null, false) => items.OrderBy(key, order),
            (null, true) => items.OrderByDescending(key, order),
            (_, false) => ordered.ThenBy(key, order),
            (_, true) => ordered.ThenByDescending(key, order),
        };
    }

    public static Connection<T> Page<T>(IReadOnlyList<T> items, IReadOnlyList<KeysetKey> keys, PagingArguments arguments)
    {
        IEnumerable<T> page = items;
        page = arguments.After is { } after ? page.Where(Keyset.Beyond<T>(keys, after, isBefore: false).Compile(preferInterpretation: true)) : page;
        page = arguments.Before is { } before ? page.Where(Keyset.Beyond<T>(keys, before, isBefore: true).Compile(preferInterpretation: true)) : page;
        var isReversed = arguments.Last is not null;
        var size = arguments.Last ?? arguments.First ?? 0;
        return Keyset.ConnectionOf([.. Order(page, keys, isReversed).Take(size + 1)], keys, arguments, arguments.IncludeTotalCount ? items.Count : null);
    }
}
