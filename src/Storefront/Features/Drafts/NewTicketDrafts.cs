using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Drafts;

/// <summary>Keeps the form of a new ticket until it is sent, or thrown away.</summary>
public sealed class NewTicketDrafts(AccountTransactions transactions, TicketStore tickets, IDbContextFactory<StorefrontDb> contexts)
{
    private const string DiscardOperation = "ticket.draft-discard";

    /// <summary>What that person began last; null when there is nothing.</summary>
    public async Task<NewTicketDraft?> FindAsync(AccountId account, UserId author, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<NewTicketDraft>().AsNoTracking().SingleOrDefaultAsync(draft => draft.AccountId == account && draft.AuthorId == author, cancellationToken);
    }

    /// <summary>Keeps it; an empty form is as good as none.</summary>
    /// <param name="account">The author's.</param>
    /// <param name="author">Who types.</param>
    /// <param name="form">As it is filled in; what was sent or thrown away under its key already is no draft any more, however late it comes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it can be kept: nothing is that the form would not take.</returns>
    public async Task<bool> KeepAsync(AccountId account, UserId author, TicketForm form, CancellationToken cancellationToken)
    {
        if (NewTicketDraft.IsTooLarge(form, tickets.Policy.Limits))
        {
            return false;
        }

        // In the account's turn: what is just being sent is not kept a moment later.
        await transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                if (form.Key is { Length: > 0 } key)
                {
                    var discarded = DiscardOf(key);
                    if (await scope.Db.Set<IdempotencyKeyRow>().AnyAsync(row => row.AccountId == account && (row.Key == key || row.Key == discarded), token))
                    {
                        return Done.Value;
                    }
                }

                var kept = await scope.Db.Set<NewTicketDraft>().SingleOrDefaultAsync(draft => draft.AccountId == account && draft.AuthorId == author, token);
                if (NewTicketDraft.IsEmpty(form))
                {
                    scope.Db.RemoveRange(kept is null ? [] : [kept]);
                    return Done.Value;
                }

                kept ??= scope.Db.Add(new NewTicketDraft { AccountId = account, AuthorId = author }).Entity;
                kept.Take(form, scope.Now);
                return Done.Value;
            },
            cancellationToken);
        return true;
    }

    /// <summary>Throws it away.</summary>
    /// <param name="account">The author's.</param>
    /// <param name="author">Whose it is.</param>
    /// <param name="formKey">The form's key: what is saved under it and comes later does not bring it back; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task ForgetAsync(AccountId account, UserId author, string? formKey, CancellationToken cancellationToken) => transactions.RunAsync<Done>(
        account,
        async (scope, token) =>
        {
            async Task<Result<Done>> ForgetAsync()
            {
                await scope.ForgetNewTicketDraftAsync(author, token);
                return Done.Value;
            }

            return formKey is { Length: > 0 } && DiscardOf(formKey) is { Length: <= IdempotentAction.MaxKeyLength } key
                ? await scope.OnceAsync(DiscardOperation, key, new { author }, ForgetAsync, token)
                : await ForgetAsync();
        },
        cancellationToken);

    // Beside the form's own key, under which the form can still be sent from a page that the browser went back to.
    private static string DiscardOf(string formKey) => $"{DiscardOperation}:{formKey}";
}
