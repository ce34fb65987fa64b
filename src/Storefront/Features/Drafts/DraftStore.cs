using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Drafts;

/// <summary>Keeps what people type on tickets until they send it.</summary>
public sealed class DraftStore(AccountTransactions transactions, IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>What that person typed last; null when there is nothing.</summary>
    public async Task<TicketDraft?> FindAsync(TicketKey ticket, UserId author, DraftKind kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<TicketDraft>().AsNoTracking().SingleOrDefaultAsync(
            draft => draft.AccountId == ticket.AccountId && draft.TicketId == ticket.Id && draft.AuthorId == author && draft.Kind == kind, cancellationToken);
    }

    /// <summary>Keeps it; nothing but blanks is as good as nothing.</summary>
    /// <param name="ticket">A ticket that the author may see.</param>
    /// <param name="author">Who types.</param>
    /// <param name="kind">What it will be.</param>
    /// <param name="body">All that was typed so far.</param>
    /// <param name="formKey">The form's key: what was sent under it already is no draft any more, however late it comes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<Done>> KeepAsync(
        TicketKey ticket, UserId author, DraftKind kind, string body, string? formKey, CancellationToken cancellationToken) => transactions.RunAsync<Done>(
        async (scope, token) =>
        {
            if (formKey is { Length: > 0 }
                && await scope.Db.Set<IdempotencyKeyRow>().AnyAsync(row => row.AccountId == ticket.AccountId && row.Key == formKey, token))
            {
                return Done.Value;
            }

            var kept = await scope.Db.Set<TicketDraft>().SingleOrDefaultAsync(
                draft => draft.AccountId == ticket.AccountId && draft.TicketId == ticket.Id && draft.AuthorId == author && draft.Kind == kind, token);
            if (string.IsNullOrWhiteSpace(body))
            {
                scope.Db.RemoveRange(kept is null ? [] : [kept]);
            }
            else if (kept is not null)
            {
                (kept.Body, kept.SavedAt) = (body, scope.Now);
            }
            else
            {
                scope.Db.Add(new TicketDraft { AccountId = ticket.AccountId, TicketId = ticket.Id, AuthorId = author, Kind = kind, Body = body, SavedAt = scope.Now });
            }

            return Done.Value;
        },
        cancellationToken);
}

/// <summary>Drafts inside of actions.</summary>
public static class DraftEnd
{
    /// <summary>It was sent: with what it became, the draft goes.</summary>
    public static async Task ForgetDraftAsync(
        this AccountScope scope, TicketId ticket, UserId author, DraftKind kind, CancellationToken cancellationToken) =>
        await scope.Db.Set<TicketDraft>()
            .Where(draft => draft.AccountId == scope.AccountId && draft.TicketId == ticket && draft.AuthorId == author && draft.Kind == kind)
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>The ticket was opened: with what it became, the draft goes.</summary>
    public static async Task ForgetNewTicketDraftAsync(this AccountScope scope, UserId author, CancellationToken cancellationToken) =>
        await scope.Db.Set<NewTicketDraft>().Where(draft => draft.AccountId == scope.AccountId && draft.AuthorId == author).ExecuteDeleteAsync(cancellationToken);
}
