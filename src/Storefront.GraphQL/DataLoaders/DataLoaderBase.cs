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
    private readonly Dictionary<TKey, Entry> cache = [];
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

        Entry? entry;
        Task<TValue?> task;
        var isOpened = false;
        lock (gate)
        {
            if (!options.Caching || !cache.TryGetValue(key, out entry))
            {
                isOpened = open is null || open.Count >= options.MaxBatchSize;
                open = isOpened ? new KeyBatch(this) : open!;
                entry = open.Add(key);
                if (options.Caching)
                {
                    cache[key] = entry;
                }
            }

            task = entry.Load();
        }

        if (isOpened)
        {
            batchScheduler.Schedule(entry.Batch!);
        }
        else if (!task.IsCompleted && batchScheduler is DataLoaderScope scope)
        {
            scope.Expect(entry.Batch!);
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
            cache.TryAdd(key, new Entry(Task.FromResult(value)));
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

    /// <summary>A key's value, and those who wait for it.</summary>
    private sealed class Entry
    {
        private readonly List<TaskCompletionSource<TValue?>> waiting = [];
        private Task<TValue?>? outcome;

        public Entry(KeyBatch batch) => Batch = batch;

        public Entry(Task<TValue?> outcome) => this.outcome = outcome;

        /// <summary>The batch that fetches the value; null when it was given.</summary>
        public KeyBatch? Batch { get; }

        /// <summary>
        /// A task of the caller's own, given inside the loader's gate: of several continuations of one task all but one are sent to
        /// the thread pool, and the next batch would not be whole when dispatching returns.
        /// </summary>
        public Task<TValue?> Load()
        {
            if (outcome is not null)
            {
                return outcome;
            }

            var promise = new TaskCompletionSource<TValue?>();
            waiting.Add(promise);
            return promise.Task;
        }

        /// <summary>Hands the value to those who wait, who go on inside this call.</summary>
        public void Complete(Lock gate, Task<TValue?> value)
        {
            lock (gate)
            {
                if (outcome is not null)
                {
                    return;
                }

                outcome = value;
            }

            // Nobody need be waiting for what has failed.
            _ = value.Exception;
            foreach (var promise in waiting)
            {
                promise.TrySetFromTask(value);
                _ = promise.Task.Exception;
            }

            waiting.Clear();
        }
    }

    private sealed class KeyBatch(DataLoaderBase<TKey, TValue> loader) : Batch
    {
        private readonly List<TKey> keys = [];
        private readonly List<Entry> entries = [];
        private DataLoaderResult<TValue>[] results = [];
        private Exception? failure;
        private Task? fetch;

        public int Count => keys.Count;

        public override bool RunsConcurrently => loader.options.RunConcurrently;

        public Entry Add(TKey key)
        {
            var index = loader.options.Caching ? -1 : keys.IndexOf(key);
            if (index >= 0)
            {
                return entries[index];
            }

            var entry = new Entry(this);
            keys.Add(key);
            entries.Add(entry);
            return entry;
        }

        public override Task FetchAsync(CancellationToken cancellationToken) => fetch ??= FetchOnceAsync(cancellationToken);

        public override void Complete()
        {
            for (var i = 0; i < entries.Count; i++)
            {
                entries[i].Complete(loader.gate, (failure ?? results[i].Error) switch
                {
                    null => Task.FromResult(results[i].Value),
                    OperationCanceledException cancelled => Cancelled(cancelled.CancellationToken),
                    var error => Task.FromException<TValue?>(error),
                });
            }
        }

        public override void Cancel()
        {
            foreach (var entry in entries)
            {
                entry.Complete(loader.gate, Cancelled(default));
            }
        }

        // The token of an exception need not be one that is cancelled.
        private static Task<TValue?> Cancelled(CancellationToken cancellationToken) =>
            Task.FromCanceled<TValue?>(cancellationToken.IsCancellationRequested ? cancellationToken : new CancellationToken(canceled: true));

        private async Task FetchOnceAsync(CancellationToken cancellationToken)
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
    }
}
