using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects;

/// <summary>
/// What opens a system that was made: the panel, the hosting, the domain (TEC-09). It is shown once, to a member of the account; what was shown is
/// forgotten, and the receipt stays.
/// </summary>
public sealed class ProjectAccess
{
    public required AccountId AccountId { get; init; }

    public required ProjectAccessId Id { get; init; }

    public required ProjectId ProjectId { get; init; }

    /// <summary>What it opens.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is used; null when it goes without saying.</summary>
    public string? Address { get; init; }

    /// <summary>As the safe closed it; empty once it was shown.</summary>
    public required byte[] Content { get; set; }

    public required UserId HandedOverBy { get; init; }

    public required Instant HandedOverAt { get; init; }

    /// <summary>When it was shown: the receipt. Null before.</summary>
    public Instant? SeenAt { get; set; }

    /// <summary>To whom.</summary>
    public UserId? SeenBy { get; set; }
}
