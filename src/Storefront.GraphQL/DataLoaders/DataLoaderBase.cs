namespace Storefront.GraphQL.DataLoaders;

/// <summary>
/// Collects keys into batches and remembers what was fetched for the rest of the request. Derive from
/// <see cref="BatchDataLoader{TKey, TValue}"/> or <see cref="GroupedDataLoader{TKey, TValue}"/>; from this class only
/// where single keys may fail.
/// </summary>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private const int MostExpectedKeys = 128;

    // How many keys a batch has had lately: room for as many is made at once.
    private static int expectedKeys;

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Entry> cache = new(expectedKeys);
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
            cache.TryAdd(key, Entry.Of(value));
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

    /// <summary>A key's value, promised to who asked first, and the others who wait for it.</summary>
    private sealed class Entry(KeyBatch? batch) : TaskCompletionSource<TValue?>
    {
        private List<TaskCompletionSource<TValue?>>? others;
        private bool isAsked;
        private bool isDone;

        /// <summary>The batch that fetches the value; null when it was given.</summary>
        public KeyBatch? Batch { get; } = batch;

        /// <summary>Behind it in the batch.</summary>
        public Entry? Next { get; set; }

        public static Entry Of(TValue? value)
        {
            var entry = new Entry(batch: null) { isDone = true };
            entry.SetResult(value);
            return entry;
        }

        /// <summary>
        /// A task of the caller's own, given inside the loader's gate: of several continuations of one task all but one are sent to
        /// the thread pool, and the next batch would not be whole when dispatching returns.
        /// </summary>
        public Task<TValue?> Load()
        {
            if (isDone || !isAsked)
            {
                isAsked = true;
                return Task;
            }

            var promise = new TaskCompletionSource<TValue?>();
            (others ??= []).Add(promise);
            return promise.Task;
        }

        /// <summary>Hands the value, or why there is none, to those who wait, who go on inside this call.</summary>
        public void Complete(Lock gate, DataLoaderResult<TValue> result)
        {
            List<TaskCompletionSource<TValue?>>? waiting;
            lock (gate)
            {
                if (isDone)
                {
                    return;
                }

                isDone = true;
                waiting = others;
                others = null;
            }

            Settle(this, result);
            if (waiting is not null)
            {
                foreach (var promise in waiting)
                {
                    Settle(promise, result);
                }
            }
        }

        private static void Settle(TaskCompletionSource<TValue?> promise, DataLoaderResult<TValue> result)
        {
            switch (result.Error)
            {
                case null:
                    promise.TrySetResult(result.Value);
                    return;
                case OperationCanceledException cancelled:
                    // The token of an exception need not be one that is cancelled.
                    promise.TrySetCanceled(
                        cancelled.CancellationToken.IsCancellationRequested ? cancelled.CancellationToken : new CancellationToken(canceled: true));
                    return;
                case var error:
                    promise.TrySetException(error);

                    // Nobody need be waiting for what has failed.
                    _ = promise.Task.Exception;
                    return;
            }
        }
    }

    private sealed class KeyBatch(DataLoaderBase<TKey, TValue> loader) : Batch
    {
        private readonly List<TKey> keys = new(expectedKeys);
        private Entry? first;
        private Entry? last;
        private DataLoaderResult<TValue>[] results = [];
        private Exception? failure;
        private Task? fetch;

        public int Count => keys.Count;

        public override bool RunsConcurrently => loader.options.RunConcurrently;

        public Entry Add(TKey key)
        {
            if (!loader.options.Caching && keys.IndexOf(key) is >= 0 and var index)
            {
                var known = first!;
                while (index-- > 0)
                {
                    known = known.Next!;
                }

                return known;
            }

            var entry = new Entry(this);
            keys.Add(key);
            if (last is null)
            {
                first = entry;
            }
            else
            {
                last.Next = entry;
            }

            last = entry;
            return entry;
        }

        public override Task FetchAsync(CancellationToken cancellationToken) => fetch ??= FetchOnceAsync(cancellationToken);

        public override void Complete()
        {
            var index = 0;
            for (var entry = first; entry is not null; entry = entry.Next)
            {
                entry.Complete(loader.gate, failure is null ? results[index++] : new DataLoaderResult<TValue>(default, failure));
            }
        }

        public override void Cancel()
        {
            for (var entry = first; entry is not null; entry = entry.Next)
            {
                entry.Complete(loader.gate, new DataLoaderResult<TValue>(default, new OperationCanceledException()));
            }
        }

        private async Task FetchOnceAsync(CancellationToken cancellationToken)
        {
            lock (loader.gate)
            {
                if (loader.open == this)
                {
                    loader.open = null;
                }
            }

            expectedKeys = Math.Min((expectedKeys + keys.Count) / 2, MostExpectedKeys);
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
