using System.Linq.Expressions;
using System.Reflection;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Comparisons as expressions that a database's provider translates.</summary>
internal static class Comparisons
{
    /// <summary>A value that a provider makes a parameter of, rather than a constant in each statement.</summary>
    public static MemberExpression Parameter(object? value, Type type)
    {
        var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type), value)!;
        return Expression.Property(Expression.Constant(holder), nameof(Holder<object>.Value));
    }

    /// <summary>Less or greater: by the operator where the type has one, else by <c>CompareTo</c>.</summary>
    public static Expression Ordered(Expression left, Expression right, ExpressionType comparison)
    {
        if (left.Type == typeof(string))
        {
            var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
            return Expression.MakeBinary(comparison, Expression.Call(compare, left, right), Expression.Constant(0));
        }

        var type = Nullable.GetUnderlyingType(left.Type) ?? left.Type;
        if (type.IsEnum)
        {
            var number = left.Type == type ? Enum.GetUnderlyingType(type) : typeof(Nullable<>).MakeGenericType(Enum.GetUnderlyingType(type));
            return Expression.MakeBinary(comparison, Expression.Convert(left, number), Expression.Convert(right, number));
        }

        if (type == typeof(bool))
        {
            return Expression.MakeBinary(comparison, Number(left), Number(right));
        }

        var name = comparison switch
        {
            ExpressionType.LessThan => "op_LessThan",
            ExpressionType.LessThanOrEqual => "op_LessThanOrEqual",
            ExpressionType.GreaterThan => "op_GreaterThan",
            _ => "op_GreaterThanOrEqual",
        };
        if (type.IsPrimitive || type.GetMethod(name, BindingFlags.Static | BindingFlags.Public, [type, type]) is not null)
        {
            return Expression.MakeBinary(comparison, left, right);
        }

        if (type.GetMethod(nameof(IComparable<int>.CompareTo), [type]) is { } compareTo)
        {
            return Expression.MakeBinary(comparison, Expression.Call(Present(left), compareTo, Present(right)), Expression.Constant(0));
        }

        // A provider that stores the type as a value of its own compares that; in memory it is compared here.
        return Expression.MakeBinary(comparison, left, right, false, ValueOrder.Operator(type, name));
    }

    private static Expression Present(Expression value) =>
        Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Property(value, nameof(Nullable<int>.Value));

    private static ConditionalExpression Number(Expression truth) =>
        Expression.Condition(truth.Type == typeof(bool) ? truth : Expression.Equal(truth, Expression.Constant(true, typeof(bool?))), Expression.Constant(1), Expression.Constant(0));

    private sealed record Holder<T>(T? Value);
}

/// <summary>Puts one parameter in another's place.</summary>
internal sealed class ParameterReplacement(ParameterExpression from, Expression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
}
