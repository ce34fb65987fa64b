using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Work;

/// <summary>A customer questions a work log; the house answers, and takes it back or keeps it.</summary>
public sealed class QuestionWorkLog(AccountTransactions transactions, TicketStore tickets)
{
    /// <summary>Most characters of a question.</summary>
    public const int TextLength = 1000;

    /// <summary>The question, or why not: <see cref="WorkTakenBack"/>, <see cref="WorkAlreadyQuestioned"/>, <see cref="TextNotValid"/> …</summary>
    /// <param name="id">The log.</param>
    /// <param name="text">The customer's words.</param>
    /// <param name="idempotencyKey">The same key again asks nothing twice; null for none.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<WorkLogQuestion>> HandleAsync(
        WorkLogId id, string? text, string? idempotencyKey, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var readOnly))
        {
            return readOnly;
        }

        var words = TicketText.Check("text", text, TextLength, multiline: true);
        return words.IsRefused ? words.Refusal : await transactions.RunAsync<WorkLogQuestion>(
            account,
            async (scope, token) =>
            {
                var asked = idempotencyKey is null
                    ? await AskAsync(scope, id, words.Value, viewer.UserId, token)
                    : await scope.OnceAsync(
                        "question-work", idempotencyKey, new { id, words.Value }, () => AskAsync(scope, id, words.Value, viewer.UserId, token), token);
                return asked.IsRefused ? asked.Refusal
                    : scope.Db.Set<WorkLogQuestion>().Local.FirstOrDefault(question => question.Id == asked.Value)
                        ?? await scope.Db.Set<WorkLogQuestion>()
                            .SingleAsync(question => question.AccountId == scope.AccountId && question.Id == asked.Value, token);
            },
            cancellationToken);
    }

    private async Task<Result<WorkLogQuestionId>> AskAsync(AccountScope scope, WorkLogId id, string text, UserId by, CancellationToken cancellationToken)
    {
        var log = await scope.Db.Set<WorkLog>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken);
        if (log is null || await tickets.FindAsync(scope.Db, scope.AccountId, log.TicketId, cancellationToken) is not { } ticket)
        {
            return new NotFound("work-log");
        }

        if (log.ReversedAt is { } reversed)
        {
            return new WorkTakenBack(reversed);
        }

        if (await scope.Db.Set<WorkLogQuestion>().AnyAsync(
            question => question.AccountId == scope.AccountId && question.WorkLogId == id && question.Outcome == WorkQuestionOutcome.Open, cancellationToken))
        {
            return new WorkAlreadyQuestioned();
        }

        var asked = new WorkLogQuestion
        {
            AccountId = scope.AccountId,
            Id = WorkLogQuestionId.New(scope.Now),
            TicketId = log.TicketId,
            WorkLogId = id,
            AskedBy = by,
            AskedAt = scope.Now,
            Text = text,
        };
        scope.Db.Add(asked);
        tickets.Save(scope, ticket, new TicketChange(ticket.State, []), new WorkQuestioned(log.TicketId, id, asked.Id, by));
        return asked.Id;
    }
}
