using System.Linq.Expressions;
using System.Reflection;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Turns a coerced <c>where</c> into a condition on an item.</summary>
internal static class FilterExpressions
{
    private static readonly MethodInfo ContainsText = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
    private static readonly MethodInfo StartsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
    private static readonly MethodInfo EndsWith = typeof(string).GetMethod(nameof(string.EndsWith), [typeof(string)])!;

    public static Expression<Func<T, bool>> Build<T>(FilterInput filter, Dictionary<string, object?> where)
    {
        var item = Expression.Parameter(typeof(T), "item");
        Expression condition = Expression.Constant(true);
        foreach (var (name, given) in where)
        {
            if (given is not Dictionary<string, object?> operations)
            {
                continue;
            }

            var filtered = filter.Properties[name];
            foreach (var (operation, value) in operations)
            {
                var next = Condition(operation, Expression.Property(item, filtered.Property), value, filtered);
                condition = condition is ConstantExpression ? next : Expression.AndAlso(condition, next);
            }
        }

        return Expression.Lambda<Func<T, bool>>(condition, item);
    }

    private static Expression Condition(string operation, MemberExpression property, object? value, FilteredProperty filtered) => operation switch
    {
        "eq" => filtered.Comparison.Equal(property, One(property, value, filtered)),
        "neq" => filtered.Comparison.NotEqual(property, One(property, value, filtered)),
        "in" => Among(property, value, filtered),
        "nin" => Expression.Not(Among(property, value, filtered)),
        _ when value is null => throw PagingFeature.Refuse($"The condition {operation} needs a value."),
        "gt" => filtered.Comparison.Ordered(property, One(property, value, filtered), ExpressionType.GreaterThan),
        "gte" => filtered.Comparison.Ordered(property, One(property, value, filtered), ExpressionType.GreaterThanOrEqual),
        "lt" => filtered.Comparison.Ordered(property, One(property, value, filtered), ExpressionType.LessThan),
        "lte" => filtered.Comparison.Ordered(property, One(property, value, filtered), ExpressionType.LessThanOrEqual),
        "contains" => Text(property, ContainsText, value, filtered),
        "startsWith" => Text(property, StartsWith, value, filtered),
        "endsWith" => Text(property, EndsWith, value, filtered),
        _ => throw new ArgumentException($"{operation} is no condition.", nameof(operation)),
    };

    private static MemberExpression One(MemberExpression property, object? value, FilteredProperty filtered)
    {
        if (value is null && property.Type.IsValueType && Nullable.GetUnderlyingType(property.Type) is null)
        {
            throw PagingFeature.Refuse($"{property.Member.Name} always has a value.");
        }

        return filtered.Comparison.Parameter(Converted(value, filtered));
    }

    private static MethodCallExpression Among(MemberExpression property, object? value, FilteredProperty filtered) => value is List<object?> items
        ? filtered.Comparison.Among(property, items.Select(item => Converted(item, filtered)))
        : throw PagingFeature.Refuse("The conditions in and nin need a list.");

    private static BinaryExpression Text(MemberExpression property, MethodInfo method, object? value, FilteredProperty filtered) =>
        Expression.AndAlso(
            Expression.NotEqual(property, Expression.Constant(null, typeof(string))),
            Expression.Call(property, method, One(property, value, filtered)));

    private static object? Converted(object? value, FilteredProperty filtered) =>
        value is null || filtered.Convert is null ? value : filtered.Convert(value);
}
