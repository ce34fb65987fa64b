using System.Collections;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <summary>A field whose resolver has services of its own: a scope that is made when it is first asked for and ends when the value is there.</summary>
internal sealed class ScopedField(OperationExecution execution) : PendingField(execution)
{
    private readonly Lock gate = new();
    private AsyncServiceScope? scope;

    public override IServiceProvider Services
    {
        get
        {
            lock (gate)
            {
                return (scope ??= Open()).ServiceProvider;
            }
        }
    }

    public override void Start(AsyncResolver resolver) => Wait(ResolveAsync(resolver));

    private async ValueTask<object?> ResolveAsync(AsyncResolver resolver)
    {
        try
        {
            return Read(await resolver.Resolve(this).ConfigureAwait(false), Selection.Field.Type);
        }
        finally
        {
            if (scope is { } open)
            {
                await open.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private AsyncServiceScope Open()
    {
        var made = RequestServices.CreateAsyncScope();
        foreach (var initializer in RequestServices.GetServices<ScopedServiceInitializer>())
        {
            initializer.Initialize(RequestServices, made.ServiceProvider);
        }

        return made;
    }

    // A sequence that is read only when it is written would find gone what it reads from.
    private static object? Read(object? value, IType type) =>
        type.Nullable is not ListType list || value is not IEnumerable items || value is string or IReadOnlyDictionary<string, object?> ? value
        : items is ICollection && list.ElementType.Nullable is not ListType ? value
        : items.Cast<object?>().Select(item => Read(item, list.ElementType)).ToList();
}
