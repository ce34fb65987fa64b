using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects;

/// <summary>What the house keeps of a task beside what the rules know: its title where it was not contracted, and who works on it.</summary>
public sealed class ProjectTask
{
    public required AccountId AccountId { get; init; }

    public required ProjectId ProjectId { get; init; }

    /// <summary>The task's in the project.</summary>
    public required string Key { get; init; }

    /// <summary>What it is called; null for an item of the package, which has its own name.</summary>
    public string? Title { get; set; }

    /// <summary>The request that added it (SEN-05); null for none.</summary>
    public ProjectRequestId? RequestId { get; init; }

    public Instant? StartedAt { get; set; }

    /// <summary>Who works on it, or did.</summary>
    public UserId? WorkedBy { get; set; }
}
