using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Work;

/// <summary>Staff answer what a customer asked about a work log: they keep it, or take it back. The same answer twice is once.</summary>
public sealed class AnswerWorkQuestion(StaffTransactions work, TicketStore tickets, ReverseWorkLog reversal, WorkMails mails)
{
    /// <summary>Most characters of an answer; it is the reason of a reversal too.</summary>
    public const int AnswerLength = 500;

    /// <summary>The question, or why not: <see cref="QuestionAnswered"/>, <see cref="TextNotValid"/>, <see cref="NotFound"/> …</summary>
    /// <param name="key">The ticket.</param>
    /// <param name="id">The question.</param>
    /// <param name="answer">The house's words.</param>
    /// <param name="reverse">Whether the log is taken back.</param>
    /// <param name="staff">Who answers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<WorkLogQuestion>> HandleAsync(
        TicketKey key, WorkLogQuestionId id, string? answer, bool reverse, Viewer staff, CancellationToken cancellationToken)
    {
        var words = TicketText.Check("answer", answer, AnswerLength, multiline: false);
        return words.IsRefused
            ? Task.FromResult<Result<WorkLogQuestion>>(words.Refusal)
            : work.RunAsync<WorkLogQuestion>(
                key,
                staff,
                async (scope, ticket, token) =>
                {
                    var question = await scope.Db.Set<WorkLogQuestion>()
                        .SingleOrDefaultAsync(row => row.AccountId == key.AccountId && row.TicketId == key.Id && row.Id == id, token);
                    if (question is null)
                    {
                        return new NotFound("question");
                    }

                    var outcome = reverse ? WorkQuestionOutcome.Reversed : WorkQuestionOutcome.Kept;
                    if (question.AnsweredAt is { } answered)
                    {
                        return question.Outcome == outcome && question.Answer == words.Value ? question : new QuestionAnswered(answered);
                    }

                    if (reverse)
                    {
                        var log = await scope.Db.Set<WorkLog>().SingleAsync(row => row.AccountId == key.AccountId && row.Id == question.WorkLogId, token);
                        if ((await reversal.ReverseAsync(scope, ticket, log, words.Value, token)).Refusal is { } refusal)
                        {
                            return refusal;
                        }
                    }

                    (question.Answer, question.AnsweredBy, question.AnsweredAt, question.Outcome) = (words.Value, staff.UserId, scope.Now, outcome);
                    tickets.Save(scope, ticket, new TicketChange(ticket.State, []), new WorkQuestionAnswered(key.Id, question.WorkLogId, id, outcome));
                    await mails.AnsweredAsync(scope, ticket.Row, question, token);
                    return question;
                },
                cancellationToken);
    }
}
