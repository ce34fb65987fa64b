namespace Storefront.GraphQL.DataLoaders;

/// <summary>How a data loader batches.</summary>
public sealed record DataLoaderOptions
{
    /// <summary>The most keys in one batch, from 1; what is over goes into the next batch. 1024 unless set.</summary>
    public int MaxBatchSize { get; init; } = 1024;

    /// <summary>
    /// Whether its batches may run while other loaders' do. False unless set, so that loaders may share the request's database context.
    /// </summary>
    public bool RunConcurrently { get; init; }

    /// <summary>Whether values are kept for the rest of the request. True unless set.</summary>
    public bool Caching { get; init; } = true;
}
