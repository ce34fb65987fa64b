namespace Storefront.Domain.Shared;

/// <summary>
/// An id of one kind of thing. Ids are version 7 UUIDs of the business clock, which order nothing: the sandbox's clock jumps.
/// </summary>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    Guid Value { get; }

    /// <summary>The id of that value, as read from a store or a node id.</summary>
    static abstract TSelf From(Guid value);
}
