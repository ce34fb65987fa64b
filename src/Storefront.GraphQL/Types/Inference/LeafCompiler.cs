using System.Linq.Expressions;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Compiles resolvers of leaves that write their value themselves, since boxing it only to unbox it costs memory in every answer.</summary>
internal static class LeafCompiler
{
    /// <param name="call">The value, using <see cref="ResolverCompiler.Context"/>.</param>
    /// <param name="convert">Turns the value's expression into that of what the scalar writes; null to leave it.</param>
    /// <param name="type">The field's type.</param>
    /// <returns>Null where values have to be boxed: tasks, lists, types that a scalar has to convert.</returns>
    public static LeafResolve? Compile(Expression call, Func<Expression, Expression>? convert, IType type)
    {
        if (ResolverCompiler.IsAwaited(call.Type))
        {
            return null;
        }

        var held = Expression.Variable(call.Type, "held");
        var present = Nullable.GetUnderlyingType(call.Type) is null ? (Expression)held : Expression.Property(held, "Value");
        var written = convert is null ? present : convert(present);
        if (type.Nullable is not NamedType { IsLeaf: true } leaf || LeafFormats.Find(leaf, written.Type) is not { } format)
        {
            return null;
        }

        var buffer = Expression.Parameter(typeof(ResultBuffer), "buffer");
        var value = Expression.Parameter(typeof(object).MakeByRefType(), "value");
        var plain = Expression.Variable(written.Type, "plain");
        var write = Expression.Block(
            [plain],
            Expression.Assign(plain, written),
            Expression.OrElse(
                IsNull(plain) is { } isNothing
                    ? Expression.AndAlso(Expression.Not(isNothing), Write(format, buffer, plain))
                    : Write(format, buffer, plain),
                Expression.Block(Expression.Assign(value, Expression.Convert(plain, typeof(object))), Expression.Constant(false))));
        var body = Expression.Block(
            [held],
            Expression.Assign(value, Expression.Constant(null)),
            Expression.Assign(held, call),
            IsNull(held) is { } isNull ? Expression.AndAlso(Expression.Not(isNull), write) : write);
        var lambda = Expression.Lambda<LeafResolve>(body, ResolverCompiler.Context, buffer, value);
        return new Late(lambda).Resolve;
    }

    private static MethodCallExpression Write(object format, Expression buffer, Expression value) =>
        Expression.Call(Expression.Constant(format), nameof(LeafFormat<>.TryWrite), null, buffer, value);

    // Null where the value cannot be.
    private static Expression? IsNull(Expression value) =>
        Nullable.GetUnderlyingType(value.Type) is not null ? Expression.Not(Expression.Property(value, "HasValue"))
        : value.Type.IsValueType ? null
        : Expression.ReferenceEqual(value, Expression.Constant(null));

    // Compiled when first called: a program starts faster that compiles what it is asked for.
    private sealed class Late(Expression<LeafResolve> lambda)
    {
        private LeafResolve? compiled;

        public bool Resolve(IResolverContext context, ResultBuffer buffer, out object? value) =>
            (compiled ??= lambda.Compile())(context, buffer, out value);
    }
}
