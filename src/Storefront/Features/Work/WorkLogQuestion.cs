using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Work;

/// <summary>What a customer asked about a work log, and what the house answered.</summary>
public sealed class WorkLogQuestion
{
    public required AccountId AccountId { get; init; }

    public required WorkLogQuestionId Id { get; init; }

    public required TicketId TicketId { get; init; }

    public required WorkLogId WorkLogId { get; init; }

    public required UserId AskedBy { get; init; }

    public required Instant AskedAt { get; init; }

    /// <summary>The customer's words.</summary>
    public required string Text { get; set; }

    /// <summary>The house's words; null while it has not answered.</summary>
    public string? Answer { get; set; }

    public UserId? AnsweredBy { get; set; }

    public Instant? AnsweredAt { get; set; }

    public WorkQuestionOutcome Outcome { get; set; }
}

/// <summary>What came of a question about a work log.</summary>
public enum WorkQuestionOutcome
{
    /// <summary>The house has not answered yet.</summary>
    Open,

    /// <summary>The work stays as it was logged; the answer says why.</summary>
    Kept,

    /// <summary>The work was taken back, and its minutes with it.</summary>
    Reversed,
}
