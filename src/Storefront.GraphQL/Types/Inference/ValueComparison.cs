using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>
/// Comparisons of a type's values as expressions that a database's provider translates. What has to be found by reflection is found once for
/// each type and not for each request.
/// </summary>
internal abstract class ValueComparison
{
    private static readonly ConcurrentDictionary<Type, ValueComparison> Known = [];

    public static ValueComparison Of(Type type) =>
        Known.GetOrAdd(type, static type => (ValueComparison)Activator.CreateInstance(typeof(ValueComparison<>).MakeGenericType(type))!);

    /// <summary>The order of values that are at hand.</summary>
    public abstract IComparer<object?> Order { get; }

    /// <summary>A value that a provider makes a parameter of, rather than a constant in each statement.</summary>
    public abstract MemberExpression Parameter(object? value);

    /// <summary>Whether a value is one of some.</summary>
    public abstract MethodCallExpression Among(Expression value, IEnumerable<object?> values);

    public abstract BinaryExpression Equal(Expression left, Expression right);

    public abstract BinaryExpression NotEqual(Expression left, Expression right);

    /// <summary>Less or greater: by the operator where the type has one, else by <c>CompareTo</c>.</summary>
    public abstract Expression Ordered(Expression left, Expression right, ExpressionType comparison);
}

/// <summary>The comparisons of one type.</summary>
internal sealed class ValueComparison<T> : ValueComparison
{
    private static readonly PropertyInfo Value = typeof(Holder<T>).GetProperty(nameof(Holder<>.Value))!;
    private static readonly PropertyInfo Values = typeof(Holder<List<T?>>).GetProperty(nameof(Holder<>.Value))!;
    private static readonly MethodInfo Contains = new Func<IEnumerable<T?>, T?, bool>(Enumerable.Contains).Method;

    private readonly ConcurrentDictionary<ExpressionType, Func<Expression, Expression, BinaryExpression>> comparisons = [];

    public override IComparer<object?> Order { get; } = Comparer<object?>.Create((left, right) => Comparer<T?>.Default.Compare((T?)left, (T?)right));

    public override MemberExpression Parameter(object? value) => Expression.Property(Expression.Constant(new Holder<T?>((T?)value)), Value);

    public override MethodCallExpression Among(Expression value, IEnumerable<object?> values) =>
        Expression.Call(Contains, Expression.Property(Expression.Constant(new Holder<List<T?>>([.. values.Select(item => (T?)item)])), Values), value);

    public override BinaryExpression Equal(Expression left, Expression right) => Compare(left, right, ExpressionType.Equal);

    public override BinaryExpression NotEqual(Expression left, Expression right) => Compare(left, right, ExpressionType.NotEqual);

    public override Expression Ordered(Expression left, Expression right, ExpressionType comparison) => Compare(left, right, comparison);

    private BinaryExpression Compare(Expression left, Expression right, ExpressionType comparison) => comparisons.GetOrAdd(comparison, Find)(left, right);

    private static Func<Expression, Expression, BinaryExpression> Find(ExpressionType comparison)
    {
        if (comparison is ExpressionType.Equal or ExpressionType.NotEqual)
        {
            var method = Expression.MakeBinary(comparison, Expression.Parameter(typeof(T)), Expression.Parameter(typeof(T))).Method;
            return (left, right) => Expression.MakeBinary(comparison, left, right, liftToNull: false, method);
        }

        if (typeof(T) == typeof(string))
        {
            var compare = new Func<string?, string?, int>(string.Compare).Method;
            return (left, right) => Expression.MakeBinary(comparison, Expression.Call(compare, left, right), Expression.Constant(0));
        }

        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (type.IsEnum)
        {
            var number = type == typeof(T) ? Enum.GetUnderlyingType(type) : typeof(Nullable<>).MakeGenericType(Enum.GetUnderlyingType(type));
            return (left, right) => Expression.MakeBinary(comparison, Expression.Convert(left, number), Expression.Convert(right, number));
        }

        if (type == typeof(bool))
        {
            return (left, right) => Expression.MakeBinary(comparison, Number(left), Number(right));
        }

        var name = comparison switch
        {
            ExpressionType.LessThan => "op_LessThan",
            ExpressionType.LessThanOrEqual => "op_LessThanOrEqual",
            ExpressionType.GreaterThan => "op_GreaterThan",
            _ => "op_GreaterThanOrEqual",
        };
        var own = type.GetMethod(name, BindingFlags.Static | BindingFlags.Public, [type, type]);
        if (type.IsPrimitive || own is not null)
        {
            return (left, right) => Expression.MakeBinary(comparison, left, right, liftToNull: false, type.IsPrimitive ? null : own);
        }

        if (type.GetMethod(nameof(IComparable<>.CompareTo), [type]) is { } compareTo)
        {
            return (left, right) => Expression.MakeBinary(comparison, Expression.Call(Present(left), compareTo, Present(right)), Expression.Constant(0));
        }

        // A provider that stores the type as a value of its own compares that; in memory it is compared here.
        var wrapped = ValueOrder.Operator(type, name);
        return (left, right) => Expression.MakeBinary(comparison, left, right, liftToNull: false, wrapped);
    }

    private static Expression Present(Expression value) =>
        Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Property(value, nameof(Nullable<int>.Value));

    private static ConditionalExpression Number(Expression truth) =>
        Expression.Condition(truth.Type == typeof(bool) ? truth : Expression.Equal(truth, Expression.Constant(true, typeof(bool?))), Expression.Constant(1), Expression.Constant(0));
}

/// <summary>What an expression reads a value from.</summary>
internal sealed record Holder<T>(T Value);
