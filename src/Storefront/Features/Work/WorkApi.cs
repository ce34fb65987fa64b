using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Hours;
using Storefront.Features.Quotes;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Work;

/// <summary>What a work log costs and why, and what was asked about it.</summary>
[ExtendObjectType<WorkLogView>]
public static class WorkLogFields
{
    /// <summary>Whether it costs the customer hours or money.</summary>
    public static bool Billable([Parent] WorkLogView work) => work.Log.IsBillable;

    /// <summary>How many of the minutes were worked outside business hours.</summary>
    public static int OnCallMinutes([Parent] WorkLogView work) => work.Log.OnCallMinutes;

    /// <summary>The quote under which it was done; null where it needed none.</summary>
    public static async Task<QuoteRow?> QuoteAsync([Parent] WorkLogView work, QuoteByKeyDataLoader quotes, CancellationToken cancellationToken) =>
        work.Log.QuoteId is { } quote ? await quotes.LoadAsync(new QuoteKey(work.Log.AccountId, quote), cancellationToken) : null;

    /// <summary>What was asked about it, in order.</summary>
    [ListSize(AssumedSize = 2)]
    public static async Task<IReadOnlyList<WorkLogQuestionType>> QuestionsAsync(
        [Parent] WorkLogView work, WorkLogQuestionsDataLoader questions, CancellationToken cancellationToken) =>
        [.. (await questions.LoadAsync((work.Log.AccountId, work.Log.Id), cancellationToken) ?? []).Select(question => new WorkLogQuestionType(question))];
}

/// <summary>What a customer asked about a work log, and what came of it.</summary>
[ObjectType("WorkLogQuestion")]
public sealed class WorkLogQuestionType(WorkLogQuestion question)
{
    /// <summary>The question's id.</summary>
    [ID]
    public Guid Id => question.Id.Value;

    /// <summary>The customer's words.</summary>
    public string Text => question.Text;

    /// <summary>When it was asked.</summary>
    public Instant AskedAt => question.AskedAt;

    /// <summary>The house's words; null while it has not answered.</summary>
    public string? Answer => question.Answer;

    /// <summary>When it was answered; null while it was not.</summary>
    public Instant? AnsweredAt => question.AnsweredAt;

    /// <summary>What came of it.</summary>
    public WorkQuestionOutcome Outcome => question.Outcome;
}

/// <summary>What was asked about work logs, in order.</summary>
public sealed class WorkLogQuestionsDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<(AccountId Account, WorkLogId Log), WorkLogQuestion>(scheduler, options)
{
    protected override async Task<ILookup<(AccountId Account, WorkLogId Log), WorkLogQuestion>> LoadGroupedBatchAsync(
        IReadOnlyList<(AccountId Account, WorkLogId Log)> keys, CancellationToken cancellationToken)
    {
        var (accounts, logs) = (keys.Select(key => key.Account).Distinct().ToList(), keys.Select(key => key.Log).ToList());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<WorkLogQuestion>().AsNoTracking()
            .Where(question => accounts.Contains(question.AccountId) && logs.Contains(question.WorkLogId))
            .OrderBy(question => question.AskedAt).ToListAsync(cancellationToken);
        return rows.ToLookup(question => (question.AccountId, question.WorkLogId));
    }
}

/// <summary>The ticket that a line of the ledger belongs to.</summary>
[ExtendObjectType<HourEntryRow>]
public static class HourEntryTicketField
{
    /// <summary>The ticket whose work it is; null for lines of anything else.</summary>
    [Authorize(Scopes = [TicketScopes.Read])]
    public static async Task<Ticket?> TicketAsync([Parent] HourEntryRow entry, TicketByKeyDataLoader tickets, CancellationToken cancellationToken) =>
        entry.TicketId is { } id ? await tickets.LoadAsync(new TicketKey(entry.AccountId, id), cancellationToken) : null;
}

/// <summary>Questions about work.</summary>
[MutationType]
[Error<NotFound>]
[Error<TextNotValid>]
public static class WorkMutations
{
    /// <summary>Questions a work log: the house answers, and takes it back or keeps it.</summary>
    /// <param name="workLogId">The log.</param>
    /// <param name="text">What is asked, in plain words.</param>
    /// <param name="idempotencyKey">The same key with the same input asks once.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "question")]
    [Error<ReadOnlyMember>]
    [Error<WorkTakenBack>]
    [Error<WorkAlreadyQuestioned>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<WorkLogQuestionType>> QuestionWorkLogAsync(
        [ID] Guid workLogId,
        string text,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        QuestionWorkLog action,
        CancellationToken cancellationToken) =>
        (await action.HandleAsync(new WorkLogId(workLogId), text, idempotencyKey, viewer, cancellationToken)).Map(question => new WorkLogQuestionType(question));

    /// <summary>Answers what a customer asked about a work log. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="questionId">The question.</param>
    /// <param name="answer">In words that the customer reads.</param>
    /// <param name="reverse">Whether the work is taken back, and its minutes with it.</param>
    /// <param name="viewer">Who answers.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "question")]
    [Error<QuestionAnswered>]
    [Error<Domain.Subscriptions.SubscriptionNotReady>]
    public static async Task<Result<WorkLogQuestionType>> AnswerWorkLogQuestionAsync(
        [ID("Ticket")] TicketKey ticketId,
        [ID] Guid questionId,
        string answer,
        bool reverse,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AnswerWorkQuestion action,
        CancellationToken cancellationToken) =>
        (await action.HandleAsync(ticketId, new WorkLogQuestionId(questionId), answer, reverse, viewer, cancellationToken))
            .Map(question => new WorkLogQuestionType(question));
}
