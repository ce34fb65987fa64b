using System.Linq.Expressions;
using System.Reflection;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>The order of types that have none of their own but wrap one value that has, such as <c>record struct TicketId(Guid Value)</c>.</summary>
internal static class ValueOrder
{
    /// <summary>A comparison as a method of two values, by the name of the operator that the type lacks.</summary>
    /// <exception cref="InvalidOperationException">The type does not wrap one comparable value.</exception>
    public static MethodInfo Operator(Type type, string name)
    {
        if (type.GetProperties(BindingFlags.Public | BindingFlags.Instance) is not [{ } only] || !typeof(IComparable).IsAssignableFrom(only.PropertyType))
        {
            throw new InvalidOperationException($"{type} has no order: it has neither operators nor CompareTo, and is no wrapper of one value.");
        }

        return typeof(ValueOrder<>).MakeGenericType(type).GetMethod(name["op_".Length..])!;
    }
}

/// <summary>The comparisons of a type that wraps one value.</summary>
internal static class ValueOrder<T>
{
    private static readonly Func<T, IComparable> Value = Read();

    public static bool LessThan(T left, T right) => Compare(left, right) < 0;

    public static bool LessThanOrEqual(T left, T right) => Compare(left, right) <= 0;

    public static bool GreaterThan(T left, T right) => Compare(left, right) > 0;

    public static bool GreaterThanOrEqual(T left, T right) => Compare(left, right) >= 0;

    private static int Compare(T left, T right) => Value(left).CompareTo(Value(right));

    private static Func<T, IComparable> Read()
    {
        var wrapper = Expression.Parameter(typeof(T));
        var only = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)[0];
        return Expression.Lambda<Func<T, IComparable>>(Expression.Convert(Expression.Property(wrapper, only), typeof(IComparable)), wrapper).Compile();
    }
}
