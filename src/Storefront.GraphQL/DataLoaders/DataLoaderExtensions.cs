namespace Storefront.GraphQL.DataLoaders;

/// <summary>Shorthands for data loaders.</summary>
public static class DataLoaderExtensions
{
    /// <summary>The value of a key that must exist.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static async Task<TValue> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> loader,
        TKey key,
        CancellationToken cancellationToken = default)
        where TKey : notnull =>
        await loader.LoadAsync(key, cancellationToken).ConfigureAwait(false)
            ?? throw new KeyNotFoundException($"Nothing was found for the key {key}.");
}
