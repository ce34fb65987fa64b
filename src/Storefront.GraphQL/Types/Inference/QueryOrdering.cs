using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>The methods that order a query, found once for each type of item and of key.</summary>
internal sealed class QueryOrdering
{
    private static readonly ConcurrentDictionary<(Type Item, Type Key), QueryOrdering> Known = [];

    private readonly MethodInfo first;
    private readonly MethodInfo firstDescending;
    private readonly MethodInfo next;
    private readonly MethodInfo nextDescending;

    private QueryOrdering(Type item, Type key)
    {
        first = Method(nameof(Queryable.OrderBy));
        firstDescending = Method(nameof(Queryable.OrderByDescending));
        next = Method(nameof(Queryable.ThenBy));
        nextDescending = Method(nameof(Queryable.ThenByDescending));

        MethodInfo Method(string name) => typeof(Queryable).GetMethods()
            .Single(method => method.Name == name && method.GetParameters().Length == 2)
            .MakeGenericMethod(item, key);
    }

    /// <summary>Orders a query by one more key.</summary>
    public static Expression By(Type item, Expression query, LambdaExpression selector, bool isFirst, bool isDescending)
    {
        var ordering = Known.GetOrAdd((item, selector.ReturnType), static types => new QueryOrdering(types.Item, types.Key));
        var method = (isFirst, isDescending) switch
        {
            (true, false) => ordering.first,
            (true, true) => ordering.firstDescending,
            (false, false) => ordering.next,
            (false, true) => ordering.nextDescending,
        };
        return Expression.Call(method, query, Expression.Quote(selector));
    }
}
