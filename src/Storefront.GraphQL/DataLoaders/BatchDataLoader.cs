namespace Storefront.GraphQL.DataLoaders;

/// <summary>Loads one value for each key. A key that the batch's answer lacks has no value (null).</summary>
public abstract class BatchDataLoader<TKey, TValue>(IBatchScheduler batchScheduler, DataLoaderOptions? options = null)
    : DataLoaderBase<TKey, TValue>(batchScheduler, options)
    where TKey : notnull
{
    /// <summary>Loads the values of distinct keys.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task FetchAsync(
        IReadOnlyList<TKey> keys,
        Memory<DataLoaderResult<TValue>> results,
        CancellationToken cancellationToken)
    {
        var values = await LoadBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
        {
            if (values.TryGetValue(keys[i], out var value))
            {
                results.Span[i] = new DataLoaderResult<TValue>(value);
            }
        }
    }
}
