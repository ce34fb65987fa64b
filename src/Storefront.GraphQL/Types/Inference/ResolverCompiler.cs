using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>
/// Compiles calls of C# members into resolvers, each once, when it is first called: a program does not wait at its start for the fields that
/// nobody asks for. Nothing is reflected on after that.
/// </summary>
internal static class ResolverCompiler
{
    public static ParameterExpression Context { get; } = Expression.Parameter(typeof(IResolverContext), "context");

    /// <param name="call">The value, or a task of one, using <see cref="Context"/>.</param>
    /// <param name="convert">Turns the value's expression into that of another; null to leave it.</param>
    public static CompiledResolver Compile(Expression call, Func<Expression, Expression>? convert = null) =>
        Awaited(call, convert) is { } awaited
            ? new(null, new LateDelegate<IResolverContext, ValueTask<object?>>(Expression.Lambda<Func<IResolverContext, ValueTask<object?>>>(awaited, Context)).Invoke)
            {
                Started = Started(call, convert),
            }
            : new(new LateDelegate<IResolverContext, object?>(Expression.Lambda<Func<IResolverContext, object?>>(Box(call, convert), Context)).Invoke, null);

    /// <summary>Compiles a call that takes a key besides the context.</summary>
    public static Func<IResolverContext, object, ValueTask<object?>> Compile(Expression call, ParameterExpression key)
    {
        var result = (Expression?)Awaited(call, null)
            ?? Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Box(call, null));
        return Expression.Lambda<Func<IResolverContext, object, ValueTask<object?>>>(result, Context, key).Compile();
    }

    /// <summary>Whether a resolver of that type waits.</summary>
    public static bool IsAwaited(Type type) => Awaiter(type) is not null;

    // Null where the value is no task.
    private static MethodCallExpression? Awaited(Expression call, Func<Expression, Expression>? convert)
    {
        if (Awaiter(call.Type) is not { } awaiter)
        {
            return null;
        }

        if (!awaiter.IsGenericMethodDefinition)
        {
            return Expression.Call(awaiter, call);
        }

        var type = call.Type.GetGenericArguments()[0];
        return Expression.Call(awaiter.MakeGenericMethod(type), call, Expression.Constant(Boxing(type, convert)));
    }

    // Null where the value is no task of a value.
    private static StartedTask? Started(Expression call, Func<Expression, Expression>? convert)
    {
        if (!call.Type.IsGenericType || call.Type.GetGenericTypeDefinition() != typeof(Task<>))
        {
            return null;
        }

        var type = call.Type.GetGenericArguments()[0];
        var start = Expression.Lambda<Func<IResolverContext, Task?>>(Expression.Convert(call, typeof(Task)), Context);
        var reader = (TaskReader)Activator.CreateInstance(typeof(TaskReader<>).MakeGenericType(type), Boxing(type, convert))!;
        return new StartedTask(new LateDelegate<IResolverContext, Task?>(start).Invoke, reader.Read);
    }

    private static Delegate Boxing(Type type, Func<Expression, Expression>? convert)
    {
        var value = Expression.Parameter(type, "value");
        var box = Expression.Lambda(typeof(Func<,>).MakeGenericType(type, typeof(object)), Box(value, convert), value);
        return ((LateDelegate)Activator.CreateInstance(typeof(LateDelegate<,>).MakeGenericType(type, typeof(object)), box)!).AsDelegate;
    }

    /// <summary>A value as an object, converted where it is not null.</summary>
    public static Expression Box(Expression value, Func<Expression, Expression>? convert)
    {
        if (convert is not null && Nullable.GetUnderlyingType(value.Type) is { } underlying)
        {
            var held = Expression.Variable(value.Type);
            return Expression.Block(
                [held],
                Expression.Assign(held, value),
                Expression.Condition(
                    Expression.Property(held, "HasValue"),
                    Box(convert(Expression.Convert(held, underlying)), null),
                    Expression.Constant(null, typeof(object))));
        }

        if (convert is not null && !value.Type.IsValueType)
        {
            var held = Expression.Variable(value.Type);
            return Expression.Block(
                [held],
                Expression.Assign(held, value),
                Expression.Condition(
                    Expression.ReferenceEqual(held, Expression.Constant(null)),
                    Expression.Constant(null, typeof(object)),
                    Box(convert(held), null)));
        }

        value = convert is null ? value : convert(value);
        return value.Type == typeof(int) || value.Type == typeof(bool)
            ? Expression.Call(typeof(ResolverCompiler), nameof(Boxed), null, value)
            : Expression.Convert(value, typeof(object));
    }

    private static object Boxed(int value) => Scalars.Boxes.Of(value);

    private static object Boxed(bool value) => Scalars.Boxes.Of(value);

    private static MethodInfo? Awaiter(Type type)
    {
        var name = type == typeof(Task) || type == typeof(ValueTask) ? nameof(AwaitNothing)
            : !type.IsGenericType ? null
            : type.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(AwaitTask)
            : type.GetGenericTypeDefinition() == typeof(ValueTask<>) ? nameof(AwaitValueTask)
            : null;
        return name is null ? null : typeof(ResolverCompiler).GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Single(method =>
            method.Name == name && (method.IsGenericMethodDefinition || method.GetParameters()[0].ParameterType == type));
    }

    private static async ValueTask<object?> AwaitNothing(Task task)
    {
        await task.ConfigureAwait(false);
        return null;
    }

    private static async ValueTask<object?> AwaitNothing(ValueTask task)
    {
        await task.ConfigureAwait(false);
        return null;
    }

    private static ValueTask<object?> AwaitTask<T>(Task<T> task, Func<T, object?> box)
    {
        return task.IsCompletedSuccessfully ? new(box(task.GetAwaiter().GetResult())) : Later(task, box);

        static async ValueTask<object?> Later(Task<T> task, Func<T, object?> box) => box(await task.ConfigureAwait(false));
    }

    private static ValueTask<object?> AwaitValueTask<T>(ValueTask<T> task, Func<T, object?> box)
    {
        return task.IsCompletedSuccessfully ? new(box(task.GetAwaiter().GetResult())) : Later(task, box);

        static async ValueTask<object?> Later(ValueTask<T> task, Func<T, object?> box) => box(await task.ConfigureAwait(false));
    }

    private abstract class TaskReader
    {
        public abstract object? Read(Task task);
    }

    private sealed class TaskReader<T>(Func<T, object?> box) : TaskReader
    {
        public override object? Read(Task task) => box(((Task<T>)task).GetAwaiter().GetResult());
    }
}
