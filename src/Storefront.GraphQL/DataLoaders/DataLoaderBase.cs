namespace Storefront.GraphQL.DataLoaders;

/// <summary>
/// Collects keys into batches and remembers what was fetched for the rest of the request. Derive from
/// <see cref="BatchDataLoader{TKey, TValue}"/> or <see cref="GroupedDataLoader{TKey, TValue}"/>; from this class only
/// where single keys may fail.
/// </summary>
public abstract partial class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue>
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
}
