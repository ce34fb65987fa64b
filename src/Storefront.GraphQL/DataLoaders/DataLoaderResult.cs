namespace Storefront.GraphQL.DataLoaders;

/// <summary>What was fetched for one key: a value, or why there is none.</summary>
/// <param name="Value">The value; the default where <paramref name="Error"/> is set or nothing was found.</param>
/// <param name="Error">Why there is no value; null when there is one.</param>
public readonly record struct DataLoaderResult<TValue>(TValue? Value, Exception? Error = null);
