using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects;

/// <summary>What a customer asks for beyond the contract, asks to have changed after delivery, or disputes, and what came of it.</summary>
public sealed class ProjectRequest
{
    public required AccountId AccountId { get; init; }

    public required ProjectRequestId Id { get; init; }

    public required ProjectId ProjectId { get; init; }

    public required ProjectRequestKind Kind { get; init; }

    /// <summary>The customer's words.</summary>
    public required string Text { get; set; }

    /// <summary>Whether the customer insists (SEN-09): it gets a meeting.</summary>
    public bool IsStrong { get; init; }

    public required UserId AskedBy { get; init; }

    public required Instant AskedAt { get; init; }

    public ProjectRequestStatus Status { get; set; }

    /// <summary>The house's last words: the answer, or what a quote includes; null while it has not answered.</summary>
    public string? Answer { get; set; }

    public UserId? AnsweredBy { get; set; }

    public Instant? AnsweredAt { get; set; }

    /// <summary>The line of a record or list by which it is due (SEN-08); null where none says so.</summary>
    public ProjectListItemId? EvidenceId { get; set; }

    /// <summary>When the delivery record that was shown is of (SEN-09); null where there was none.</summary>
    public Instant? RecordOf { get; set; }

    /// <summary>Without a delivery on record: the day for which it was booked again (SEN-09), in the house's zone; null where it was not.</summary>
    public LocalDate? DeliveryOn { get; set; }

    /// <summary>The meeting that a strong dispute got (SEN-09); null for none.</summary>
    public MeetingId? MeetingId { get; set; }

    /// <summary>The quoted price, net, in minor units of <see cref="Currency"/>; null while there is no quote.</summary>
    public long? NetMinorUnits { get; set; }

    /// <summary>The tax on it.</summary>
    public long? TaxMinorUnits { get; set; }

    public Currency? Currency { get; set; }

    /// <summary>Until when the quote can be approved, exclusive.</summary>
    public Instant? ValidUntil { get; set; }

    /// <summary>The business days that it takes as a project of its own; null where none were quoted.</summary>
    public int? BusinessDays { get; set; }

    /// <summary>What would be done, task by task; null while there is no quote.</summary>
    public ProjectRequestTasks? Tasks { get; set; }

    /// <summary>When the customer decided.</summary>
    public Instant? DecidedAt { get; set; }

    /// <summary>The order that pays it; null for none.</summary>
    public OrderId? OrderId { get; set; }

    /// <summary>The project that it became; null where it became tasks, or nothing.</summary>
    public ProjectId? NewProjectId { get; set; }

    public Money? Net => Currency is { } currency && NetMinorUnits is { } net ? new Money(net, currency) : null;

    public Money? Tax => Currency is { } currency && TaxMinorUnits is { } tax ? new Money(tax, currency) : null;

    public Money? Total => Net is { } net && Tax is { } tax ? net + tax : null;

    /// <summary>Why it is not due by what was agreed; null where nobody said so (SEN-08).</summary>
    public NotDueReason? NotDue => Tasks is { } quoted ? quoted.NotDue
        : this is { Status: ProjectRequestStatus.NotIncluded, Answer: { } why, AnsweredAt: { } at } ? new NotDueReason(why, at)
        : null;

    /// <summary>All of the house's words: why it is not due, and what is offered instead; null while it has not answered.</summary>
    public string? Said => Tasks?.NotDue is { } reason && reason.Text != Answer ? $"{reason.Text}\n\n{Answer}" : Answer;

    /// <summary>Whether it stopped the project at that instant, and still waits for a quote or a decision (SEN-03).</summary>
    public bool WaitsSince(Instant stoppedAt) =>
        Kind == ProjectRequestKind.ExtraWork && AskedAt == stoppedAt && Status is ProjectRequestStatus.Open or ProjectRequestStatus.Quoted;
}

/// <summary>What would be done for a request.</summary>
/// <param name="Titles">A line each.</param>
/// <param name="NotDue">Why it is quoted rather than done as agreed: it stays readable beside the quote, however often it is quoted (SEN-08); null for none.</param>
public sealed record ProjectRequestTasks(ImmutableArray<string> Titles, NotDueReason? NotDue = null);

/// <summary>Why something is not due by what was agreed.</summary>
/// <param name="Text">In the house's words.</param>
/// <param name="At">When it said so.</param>
public sealed record NotDueReason(string Text, Instant At);

/// <summary>What a customer asks for.</summary>
public enum ProjectRequestKind
{
    /// <summary>Work beyond the contract (TEC-08, SEN-03, SEN-05).</summary>
    ExtraWork,

    /// <summary>A change after the delivery (SEN-08).</summary>
    Change,

    /// <summary>The customer says that the project was not delivered (SEN-09).</summary>
    Dispute,
}

/// <summary>Where a request stands.</summary>
public enum ProjectRequestStatus
{
    /// <summary>The house has not answered.</summary>
    Open,

    /// <summary>It is quoted, and the customer decides.</summary>
    Quoted,

    /// <summary>The customer approved the quote; it is done, or waits until it can be (TEC-08).</summary>
    Approved,

    /// <summary>The customer declined the quote.</summary>
    Declined,

    /// <summary>It is due by what was agreed, and operations see to it (SEN-08).</summary>
    InOperations,

    /// <summary>It is not due by what was agreed; a quote can be asked for (SEN-08).</summary>
    NotIncluded,

    /// <summary>It was answered (SEN-09).</summary>
    Answered,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>The customer approved the quote, but withdrew the order that pays it before the work began.</summary>
    Withdrawn,
}
