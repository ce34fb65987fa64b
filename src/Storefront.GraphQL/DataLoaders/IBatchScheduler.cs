namespace Storefront.GraphQL.DataLoaders;

/// <summary>Where data loaders put the batches that they have opened; dispatched by the executor when nothing else can go on.</summary>
public interface IBatchScheduler
{
    /// <summary>Registers a batch. More keys may join it until it is fetched.</summary>
    void Schedule(Batch batch);
}
