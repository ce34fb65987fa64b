using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects;

/// <summary>What one side said to the other on a project, in its own words: comments, reasons, answers. Both read it.</summary>
public sealed class ProjectMessage
{
    public required AccountId AccountId { get; init; }

    public required ProjectMessageId Id { get; init; }

    public required ProjectId ProjectId { get; init; }

    public required ProjectMessageKind Kind { get; init; }

    /// <summary>The stage it is about; null for the whole.</summary>
    public string? StageKey { get; init; }

    /// <summary>The input it is about; null for none.</summary>
    public string? InputKey { get; init; }

    public required string Text { get; set; }

    public required UserId AuthorId { get; init; }

    public required bool IsFromStaff { get; init; }

    public required Instant At { get; init; }
}

/// <summary>What is said on a project.</summary>
public enum ProjectMessageKind
{
    /// <summary>What the customer wants corrected, all of it (TEC-07).</summary>
    Revision,

    /// <summary>What the house did about it.</summary>
    Corrected,

    /// <summary>Why an input came back.</summary>
    InputReturned,

    /// <summary>Why the house gave another day.</summary>
    Announced,

    /// <summary>Why it went to sales (SEN-03).</summary>
    SentToSales,

    /// <summary>Why it goes on.</summary>
    Resumed,

    /// <summary>What the customer's approval or authorisation was given with.</summary>
    Approved,
}

/// <summary>What staff write among themselves on a project; it never leaves.</summary>
public sealed class ProjectNote
{
    public required AccountId AccountId { get; init; }

    public required ProjectMessageId Id { get; init; }

    public required ProjectId ProjectId { get; init; }

    public required string Text { get; set; }

    public required UserId AuthorId { get; init; }

    public required Instant At { get; init; }
}
