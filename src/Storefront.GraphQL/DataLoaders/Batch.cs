namespace Storefront.GraphQL.DataLoaders;

/// <summary>Keys collected by one data loader that are fetched together.</summary>
public abstract class Batch
{
    /// <summary>Whether it may be fetched while other batches are: false where loaders share what is not thread-safe, such as a database context.</summary>
    public abstract bool RunsConcurrently { get; }

    /// <summary>Closes the batch and fetches its values, once however often it is called. Never throws: a failure becomes the keys' failure.</summary>
    public abstract Task FetchAsync(CancellationToken cancellationToken);

    /// <summary>Hands the values to those who wait, who go on inside this call.</summary>
    public abstract void Complete();

    /// <summary>Cancels those who wait.</summary>
    public abstract void Cancel();
}
