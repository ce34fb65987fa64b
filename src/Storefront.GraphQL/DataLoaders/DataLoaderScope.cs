using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Storefront.GraphQL.DataLoaders;

/// <summary>
/// One request's data loaders and their batches. The executor calls <see cref="DispatchAsync"/> whenever execution cannot go on
/// without it, so batches need no timers.
/// </summary>
public sealed class DataLoaderScope : IBatchScheduler, IDisposable
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();
    private static readonly DataLoaderOptions DefaultOptions = new();

    private readonly Lock gate = new();
    private readonly Dictionary<Type, object> loaders = [];
    private readonly AsyncLocal<bool> fetching = new();
    private List<Batch> pending = [];
    private bool nestedPending;
    private TaskCompletionSource? nestedScheduled;

    /// <summary>
    /// Called when a batch was scheduled where none was pending, on the thread that asked for the key: wakes an executor that
    /// waits for something else. It must not dispatch inside the call.
    /// </summary>
    public Action? Scheduled { get; set; }

    /// <summary>Whether a batch waits to be dispatched.</summary>
    public bool HasPending
    {
        get
        {
            lock (gate)
            {
                return pending.Count > 0;
            }
        }
    }

    /// <inheritdoc/>
    public void Schedule(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        bool first;
        TaskCompletionSource? signal = null;
        lock (gate)
        {
            pending.Add(batch);
            first = pending.Count == 1;
            if (fetching.Value)
            {
                nestedPending = true;
                signal = nestedScheduled;
                nestedScheduled = null;
            }
        }

        signal?.TrySetResult();
        if (first)
        {
            Scheduled?.Invoke();
        }
    }

    /// <summary>
    /// Says that a key was asked for whose batch was scheduled before. Where another loader's fetch asks, it waits for a batch whose
    /// turn would come only after its own: that one goes first.
    /// </summary>
    internal void Expect(Batch batch)
    {
        if (!fetching.Value)
        {
            return;
        }

        TaskCompletionSource? signal;
        lock (gate)
        {
            pending.Add(batch);
            nestedPending = true;
            signal = nestedScheduled;
            nestedScheduled = null;
        }

        signal?.TrySetResult();
    }

    /// <summary>
    /// Fetches every pending batch, then lets those who wait go on, inside the call: when the returned task has completed they have run to
    /// their end or to the next thing they wait for, and the batches they opened are pending. Failures go to those who wait; it throws nothing.
    /// </summary>
    public async ValueTask DispatchAsync(CancellationToken cancellationToken)
    {
        var batches = TakePending();
        List<Task>? concurrent = null;
        foreach (var batch in batches)
        {
            var fetch = FetchAsync(batch, cancellationToken);
            if (batch.RunsConcurrently)
            {
                (concurrent ??= []).Add(fetch);
            }
            else
            {
                await FetchedAsync(fetch, cancellationToken).ConfigureAwait(false);
            }
        }

        if (concurrent is not null)
        {
            await FetchedAsync(Task.WhenAll(concurrent), cancellationToken).ConfigureAwait(false);
        }

        foreach (var batch in batches)
        {
            batch.Complete();
        }
    }

    /// <summary>The request's only loader of a type, made from the request's services when it is first asked for.</summary>
    public T Get<T>(IServiceProvider services)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(services);
        lock (gate)
        {
            if (!loaders.TryGetValue(typeof(T), out var loader))
            {
                loader = Factories.GetOrAdd(Implementation(typeof(T), services), static type => ActivatorUtilities.CreateFactory(type, Type.EmptyTypes))(
                    new LoaderServices(this, services), null);
                loaders.Add(typeof(T), loader);
            }

            return (T)loader;
        }
    }

    /// <summary>Cancels those who wait for batches that were never dispatched.</summary>
    public void Dispose()
    {
        foreach (var batch in TakePending())
        {
            batch.Cancel();
        }
    }

    private async Task FetchAsync(Batch batch, CancellationToken cancellationToken)
    {
        fetching.Value = true;
        await batch.FetchAsync(cancellationToken).ConfigureAwait(false);
    }

    // A loader may load through another one: that one's batch is dispatched while the outer fetch waits for it. What others
    // schedule meanwhile stays for the next round, because it may use the same database context.
    private async ValueTask FetchedAsync(Task fetch, CancellationToken cancellationToken)
    {
        while (!fetch.IsCompleted)
        {
            Task? signal = null;
            lock (gate)
            {
                if (!nestedPending)
                {
                    signal = (nestedScheduled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                }
            }

            if (signal is not null)
            {
                await Task.WhenAny(fetch, signal).ConfigureAwait(false);
            }
            else
            {
                await DispatchAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await fetch.ConfigureAwait(false);
    }

    private static Type Implementation(Type type, IServiceProvider services) =>
        type.IsAbstract
            ? services.GetServices<DataLoaderRegistration>().LastOrDefault(registration => registration.ServiceType == type)?.ImplementationType
                ?? throw new InvalidOperationException($"No data loader is registered for {type}; add one with AddDataLoader<{type.Name}, …>().")
            : type;

    private List<Batch> TakePending()
    {
        lock (gate)
        {
            var taken = pending;
            pending = [];
            nestedPending = false;
            return taken;
        }
    }

    private sealed class LoaderServices(DataLoaderScope scope, IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(IBatchScheduler) || serviceType == typeof(DataLoaderScope) ? scope
            : serviceType == typeof(DataLoaderOptions) ? services.GetService(serviceType) ?? DefaultOptions
            : services.GetService(serviceType);
    }
}
