using Storefront.Domain.Shared;

namespace Storefront.Features.Desk.Presence;

/// <summary>Somebody of the house who looks at a ticket.</summary>
/// <param name="id">The person.</param>
/// <param name="name">What others see of it.</param>
/// <param name="node">The node that its page hangs on; null for this one.</param>
public sealed class DeskLooker(UserId id, string name, Guid? node = null)
{
    public UserId Id => id;

    public string Name => name;

    /// <summary>The other node that told of it; null for a page of our own.</summary>
    internal Guid? Node => node;

    /// <summary>When that node last said so.</summary>
    internal DateTimeOffset HeardAt { get; init; }
}
