using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution;

/// <summary>Gives a field's value (section 6.4.2). Compiled once, called for each parent.</summary>
public abstract class FieldResolver
{
    /// <summary>Whether it never waits, so that it needs no task.</summary>
    public abstract bool IsPure { get; }
}

/// <summary>A resolver that answers at once and whose answer is not a task (section 6.4.2).</summary>
public sealed class PureResolver(Func<IResolverContext, object?> resolve) : FieldResolver
{
    /// <inheritdoc/>
    public override bool IsPure => true;

    /// <summary>Gives the value; throws to fail the field.</summary>
    public Func<IResolverContext, object?> Resolve { get; } = resolve;

    /// <summary>The same for a leaf whose value can be written as it is, without being boxed; null where there is no such way.</summary>
    internal LeafResolve? WriteLeaf { get; init; }
}

/// <summary>Resolves a leaf and writes it.</summary>
/// <param name="context">The field's.</param>
/// <param name="buffer">Where the value goes.</param>
/// <param name="value">Where false is returned: what is to be completed like any other value, such as null.</param>
/// <returns>Whether it was written.</returns>
internal delegate bool LeafResolve(IResolverContext context, ResultBuffer buffer, out object? value);

/// <summary>A resolver that may wait (section 6.4.2): for a task, a data loader, a database.</summary>
public sealed class AsyncResolver(Func<IResolverContext, ValueTask<object?>> resolve) : FieldResolver
{
    /// <inheritdoc/>
    public override bool IsPure => false;

    /// <summary>Gives the value; throws to fail the field.</summary>
    public Func<IResolverContext, ValueTask<object?>> Resolve { get; } = resolve;

    /// <summary>
    /// Whether its services are its own: <see cref="IResolverContext.Services"/> is then a scope that is made when it is first asked for, and that
    /// ends when the value is there with all items of its list. False, the default, for the request's.
    /// </summary>
    public bool IsScoped { get; init; }

    /// <summary>The same for a member that gives a task, which is waited for as it is; null where there is no such way.</summary>
    internal StartedTask? Started { get; init; }
}

/// <summary>A task of the resolver's own and how its value is read when it has completed, so that nothing has to be made that awaits it.</summary>
/// <param name="Start">Calls the member.</param>
/// <param name="Read">Gives the value; throws what the task failed with.</param>
internal sealed record StartedTask(Func<IResolverContext, Task?> Start, Func<Task, object?> Read);

/// <summary>Opens a subscription's source stream (section 6.2.3.1). Each item becomes the root value of one execution.</summary>
public sealed class SubscribeResolver(Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> subscribe)
{
    /// <summary>Opens the stream; throws to answer with a request error instead.</summary>
    public Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> Subscribe { get; } = subscribe;
}
