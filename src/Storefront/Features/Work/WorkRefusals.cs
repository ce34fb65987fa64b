using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Work;

/// <summary>The member of staff has a timer already, one at a time.</summary>
/// <param name="TicketNumber">On which ticket.</param>
public sealed record TimerAlreadyRuns(int TicketNumber) : Refusal
{
    public override string Code => "TIMER_ALREADY_RUNS";
}

/// <summary>The log has a question that the house has not answered yet.</summary>
public sealed record WorkAlreadyQuestioned : Refusal
{
    public override string Code => "WORK_ALREADY_QUESTIONED";
}

/// <summary>The log was taken back: there is nothing left to question.</summary>
/// <param name="ReversedAt">When.</param>
public sealed record WorkTakenBack(Instant ReversedAt) : Refusal
{
    public override string Code => "WORK_TAKEN_BACK";
}

/// <summary>The question was answered already.</summary>
/// <param name="AnsweredAt">When.</param>
public sealed record QuestionAnswered(Instant AnsweredAt) : Refusal
{
    public override string Code => "QUESTION_ANSWERED";
}
