namespace Storefront.GraphQL.DataLoaders;

/// <summary>A data loader of any key; a resolver's parameter of such a type gets the request's only instance.</summary>
public interface IDataLoader
{
    /// <summary>Forgets every value.</summary>
    void Clear();
}

/// <summary>Loads values by key: keys asked for while execution goes on are fetched together, and each only once in a request.</summary>
public interface IDataLoader<TKey, TValue> : IDataLoader
    where TKey : notnull
{
    /// <summary>The value of a key; null (the default) when there is none.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The values of several keys, in their order.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Forgets a key's value, after it was changed.</summary>
    void Remove(TKey key);

    /// <summary>Gives a key's value that is known already; one that is there stays.</summary>
    void Set(TKey key, TValue? value);
}
