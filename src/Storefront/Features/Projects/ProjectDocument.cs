using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects;

/// <summary>Something that the house hands over: the delivery record, the list of an intermediate delivery, a manual. Its files are attachments that name it.</summary>
public sealed class ProjectDocument
{
    public required AccountId AccountId { get; init; }

    public required ProjectDocumentId Id { get; init; }

    public required ProjectId ProjectId { get; init; }

    public required ProjectDocumentKind Kind { get; init; }

    public required string Title { get; set; }

    /// <summary>What there is to say of it; null for nothing.</summary>
    public string? Text { get; set; }

    /// <summary>Where it is found, such as a recording; null where it is files.</summary>
    public string? Address { get; set; }

    public required UserId AddedBy { get; init; }

    public required Instant At { get; init; }
}

/// <summary>What the house hands over.</summary>
public enum ProjectDocumentKind
{
    /// <summary>What was delivered, and what of it is pending (SEN-08, SEN-09).</summary>
    DeliveryRecord,

    /// <summary>What was listed at the intermediate delivery (SEN-08).</summary>
    IntermediateList,

    /// <summary>A certificate of the workshop (TEC-10).</summary>
    Certificate,

    /// <summary>A recording of a meeting (TEC-10, SEN-02).</summary>
    Recording,

    /// <summary>A manual (TEC-10, TEC-12).</summary>
    Manual,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A line of a delivery record or of an intermediate list.</summary>
public sealed class ProjectListItem
{
    public required AccountId AccountId { get; init; }

    public required ProjectListItemId Id { get; init; }

    public required ProjectId ProjectId { get; init; }

    public required ProjectDocumentId DocumentId { get; init; }

    /// <summary>Its place, from 0.</summary>
    public required int Index { get; init; }

    public required string Text { get; set; }

    /// <summary>Whether it is still to be done.</summary>
    public required bool IsPending { get; set; }

    /// <summary>When what was pending was done.</summary>
    public Instant? DoneAt { get; set; }
}
