using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Quotes;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Work;

/// <summary>Reads timers, and what was asked about work.</summary>
public sealed class WorkReader(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>A member of staff's timer and the number of its ticket; null without one.</summary>
    public async Task<RunningTimer?> FindTimerAsync(UserId staff, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<WorkTimer>().AsNoTracking().Where(timer => timer.StaffId == staff)
            .Join(
                db.Set<Ticket>(),
                timer => new { timer.AccountId, Id = timer.TicketId },
                ticket => new { ticket.AccountId, ticket.Id },
                (timer, ticket) => new RunningTimer(timer, ticket.Number, ticket.Subject))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>A ticket's work with what was asked about each log, in order.</summary>
    public async Task<IReadOnlyList<WorkLine>> ListAsync(TicketKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var logs = await (
            from log in db.Set<WorkLog>().AsNoTracking()
            join user in db.Users on log.StaffId equals user.Id into people
            from staff in people.DefaultIfEmpty()
            where log.AccountId == key.AccountId && log.TicketId == key.Id
            orderby log.WorkedAt, log.LoggedAt
            select new WorkLogView(log, staff.DisplayName ?? "")).ToListAsync(cancellationToken);
        var questions = await (
            from question in db.Set<WorkLogQuestion>().AsNoTracking()
            join user in db.Users on question.AskedBy equals user.Id into people
            from asker in people.DefaultIfEmpty()
            where question.AccountId == key.AccountId && question.TicketId == key.Id
            orderby question.AskedAt
            select new WorkQuestionView(question, asker.DisplayName ?? "")).ToListAsync(cancellationToken);
        var versions = await db.Set<QuoteRow>().Where(quote => quote.AccountId == key.AccountId && quote.TicketId == key.Id)
            .ToDictionaryAsync(quote => quote.Id, quote => quote.Version, cancellationToken);
        var byLog = questions.ToLookup(question => question.Question.WorkLogId);
        return [.. logs.Select(view => new WorkLine(
            view, view.Log.QuoteId is { } quote && versions.TryGetValue(quote, out var version) ? version : null, [.. byLog[view.Log.Id]]))];
    }
}

/// <summary>A timer with its ticket.</summary>
public sealed record RunningTimer(WorkTimer Timer, int TicketNumber, string Subject);

/// <summary>A work log with the version of the quote it was done under and what was asked about it.</summary>
public sealed record WorkLine(WorkLogView Work, int? QuoteVersion, IReadOnlyList<WorkQuestionView> Questions)
{
    /// <summary>The question that waits for an answer; null when none does.</summary>
    public WorkQuestionView? Open => Questions.FirstOrDefault(question => question.Question.Outcome == WorkQuestionOutcome.Open);

    /// <summary>Whether a customer may question it now.</summary>
    public bool CanBeQuestioned => Work.Log.ReversedAt is null && Open is null;
}

/// <summary>A question with the name of who asked.</summary>
public sealed record WorkQuestionView(WorkLogQuestion Question, string AskedBy);
