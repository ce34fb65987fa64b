namespace Storefront.Live;

/// <summary>Something that nodes of one database tell one another beside the log; each hears its own words too.</summary>
public interface INodeChannel
{
    /// <summary>Lower case letters and underscores: it is a name of the database.</summary>
    string Name { get; }

    /// <summary>What was said since the last call, in order.</summary>
    Task HeardAsync(IReadOnlyList<string> said, CancellationToken cancellationToken);

    /// <summary>We listen from now on, for the first time or again: anything may have been missed.</summary>
    Task ResumedAsync(CancellationToken cancellationToken);
}
