using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>A resolver while it is put together: one of two delegates, to which steps are added around.</summary>
internal sealed record CompiledResolver(Func<IResolverContext, object?>? Pure, Func<IResolverContext, ValueTask<object?>>? Async)
{
    /// <summary>The pure delegate's short way; gone with the first step that is added.</summary>
    public LeafResolve? Leaf { get; init; }

    /// <summary>The other's short way; gone with the first step, too.</summary>
    public StartedTask? Started { get; init; }

    /// <summary>Whether a step around the call may ask the context for services.</summary>
    public bool AsksForServices { get; init; }

    public Func<IResolverContext, ValueTask<object?>> AsAsync => Async ?? (context => new(Pure!(context)));

    public FieldResolver ToResolver() => Pure is not null ? new PureResolver(Pure) { WriteLeaf = Leaf } : new AsyncResolver(Async!) { Started = Started };

    /// <summary>Transforms the value where it is not null.</summary>
    public CompiledResolver Then(Func<IResolverContext, object, object?> next)
    {
        if (Pure is { } pure)
        {
            return new(context => pure(context) is { } value ? next(context, value) : null, null);
        }

        var async = Async!;
        return new(null, context =>
        {
            var pending = async(context);
            return pending.IsCompletedSuccessfully
                ? new(pending.GetAwaiter().GetResult() is { } value ? next(context, value) : null)
                : Later(pending, context);
        });

        async ValueTask<object?> Later(ValueTask<object?> pending, IResolverContext context) =>
            await pending.ConfigureAwait(false) is { } value ? next(context, value) : null;
    }

    /// <summary>Transforms the value where it is not null, waiting for something.</summary>
    public CompiledResolver ThenAsync(Func<IResolverContext, object, ValueTask<object?>> next)
    {
        var before = AsAsync;
        return new(null, async context =>
            await before(context).ConfigureAwait(false) is { } value ? await next(context, value).ConfigureAwait(false) : null);
    }
}
