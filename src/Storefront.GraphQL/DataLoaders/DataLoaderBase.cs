namespace Storefront.GraphQL.DataLoaders;

/// <summary>
/// Collects keys into batches and remembers what was fetched for the rest of the request. Derive from
/// <see cref="BatchDataLoader{TKey, TValue}"/> or <see cref="GroupedDataLoader{TKey, TValue}"/>; from this class only
/// where single keys may fail.
/// </summary>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Task<TValue?>> cache = [];
    private readonly IBatchScheduler batchScheduler;
    private readonly DataLoaderOptions options;
    private KeyBatch? open;

    /// <summary>Creates a loader for one request.</summary>
    /// <param name="batchScheduler">The request's scheduler.</param>
    /// <param name="options">How to batch; null for the defaults.</param>
    protected DataLoaderBase(IBatchScheduler batchScheduler, DataLoaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(batchScheduler);
        this.batchScheduler = batchScheduler;
        this.options = options ?? new DataLoaderOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaxBatchSize, 1, nameof(options));
    }

    /// <summary>Fetches the values of some keys.</summary>
    /// <param name="keys">Distinct keys, at least one and at most the greatest batch size.</param>
    /// <param name="results">One place for each key, in their order, filled by the method; a place left alone means "not found".</param>
    /// <param name="cancellationToken">The request's.</param>
    protected abstract Task FetchAsync(
        IReadOnlyList<TKey> keys,
        Memory<DataLoaderResult<TValue>> results,
        CancellationToken cancellationToken);

    /// <inheritdoc/>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TValue?>(cancellationToken);
        }

        KeyBatch? opened = null;
        Task<TValue?> task;
        lock (gate)
        {
            if (options.Caching && cache.TryGetValue(key, out var known))
            {
                return known;
            }

            if (open is null || open.Count >= options.MaxBatchSize)
            {
                open = opened = new KeyBatch(this);
            }

            task = open.Add(key);
            if (options.Caching)
            {
                cache[key] = task;
            }
        }

        if (opened is not null)
        {
            batchScheduler.Schedule(opened);
        }

        return task;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var tasks = new Task<TValue?>[keys.Count];
        var index = 0;
        foreach (var key in keys)
        {
            tasks[index++] = LoadAsync(key, cancellationToken);
        }

        return await Task.WhenAll(tasks).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Remove(TKey key)
    {
        lock (gate)
        {
            cache.Remove(key);
        }
    }

    /// <inheritdoc/>
    public void Set(TKey key, TValue? value)
    {
        lock (gate)
        {
            cache.TryAdd(key, Task.FromResult(value));
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        lock (gate)
        {
            cache.Clear();
        }
    }

    private sealed class KeyBatch(DataLoaderBase<TKey, TValue> loader) : Batch
    {
        private readonly List<TKey> keys = [];
        private readonly List<TaskCompletionSource<TValue?>> promises = [];
        private DataLoaderResult<TValue>[] results = [];
        private Exception? failure;

        public int Count => keys.Count;

        public override bool RunsConcurrently => loader.options.RunConcurrently;

        public Task<TValue?> Add(TKey key)
        {
            var index = loader.options.Caching ? -1 : keys.IndexOf(key);
            if (index >= 0)
            {
                return promises[index].Task;
            }

            // Those who wait go on inside Complete, so that the next batch is whole when dispatching returns.
            var promise = new TaskCompletionSource<TValue?>();
            keys.Add(key);
            promises.Add(promise);
            return promise.Task;
        }

        public override async Task FetchAsync(CancellationToken cancellationToken)
        {
            lock (loader.gate)
            {
                if (loader.open == this)
                {
                    loader.open = null;
                }
            }

            results = new DataLoaderResult<TValue>[keys.Count];
            try
            {
                await loader.FetchAsync(keys, results, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }

        public override void Complete()
        {
            for (var i = 0; i < promises.Count; i++)
            {
                var error = failure ?? results[i].Error;
                if (error is OperationCanceledException cancelled)
                {
                    promises[i].TrySetCanceled(cancelled.CancellationToken);
                }
                else if (error is not null)
                {
                    promises[i].TrySetException(error);
                    _ = promises[i].Task.Exception;
                }
                else
                {
                    promises[i].TrySetResult(results[i].Value);
                }
            }
        }

        public override void Cancel()
        {
            foreach (var promise in promises)
            {
                promise.TrySetCanceled();
            }
        }
    }
}
