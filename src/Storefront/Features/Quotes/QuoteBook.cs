using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>A ticket's quotes and the work done under them. For actions, inside their transaction.</summary>
public sealed class QuoteBook(Handbooks handbooks, QuoteHolds holds)
{
    /// <summary>The ticket's versions, to be changed.</summary>
    public static Task<List<QuoteRow>> LoadAsync(AccountScope scope, TicketId ticket, CancellationToken cancellationToken) => scope.Db.Set<QuoteRow>()
        .Where(quote => quote.AccountId == scope.AccountId && quote.TicketId == ticket).OrderBy(quote => quote.Version).ToListAsync(cancellationToken);

    /// <summary>The versions as rules know them.</summary>
    public static TicketQuotes Of(IEnumerable<QuoteRow> rows) => new([.. rows.Select(row => row.ToDomain())]);

    /// <summary>What the ticket's versions have taken so far.</summary>
    public static async Task<int> UsedAsync(AccountScope scope, TicketId ticket, CancellationToken cancellationToken) =>
        Used(await LogsAsync(scope, ticket, cancellationToken));

    /// <summary>What work under quotes took: what was charged, or worked where it is settled in money.</summary>
    public static int Used(IEnumerable<WorkLog> logs) => logs.Where(log => log is { QuoteId: not null, ReversedAt: null })
        .Sum(log => log.InMoney ? log.Minutes : log.ChargedMinutes);

    /// <summary>Whether a new log may be, and under which quote, which it keeps; it is refused beyond the quote's minutes, and where it needs one (FEN-13).</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="log">Not in the store yet.</param>
    /// <param name="chargeableMinutes">What it would take from the hours.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Done>> CoverAsync(AccountScope scope, WorkLog log, int chargeableMinutes, CancellationToken cancellationToken)
    {
        var quotes = Of(await LoadAsync(scope, log.TicketId, cancellationToken));
        var logs = await LogsAsync(scope, log.TicketId, cancellationToken);

        // What an earlier quote covered counts too: its rest was given back, so that more of the same request is not small again.
        var unquoted = logs.Where(other => other is { ReversedAt: null, ChargedMinutes: > 0 }).Sum(other => other.Minutes);
        var cover = WorkCover.Of(handbooks.Present.Quotes, quotes.InForce, Used(logs), unquoted, log.Minutes, chargeableMinutes);
        return cover.Map(under =>
        {
            (log.QuoteId, log.InMoney) = (under.QuoteId, under.InMoney);
            return Done.Value;
        });
    }

    /// <summary>The ticket closes: what its quote still holds is given back, and an open one is withdrawn.</summary>
    public async Task CloseAsync(AccountScope scope, Ticket ticket, CancellationToken cancellationToken)
    {
        foreach (var row in await LoadAsync(scope, ticket.Id, cancellationToken))
        {
            var closed = QuoteRules.Close(row.ToDomain(), scope.Now);
            if (closed.Status == row.Status)
            {
                continue;
            }

            row.Update(closed);
            var returned = row.HeldMinutes;
            await holds.ReleaseAsync(scope, row, cancellationToken);
            scope.Append(closed.Status == QuoteStatus.Settled
                ? new QuoteSettled(ticket.Id, row.Id, row.Version, await UsedAsync(scope, ticket.Id, cancellationToken), returned)
                : new QuoteWithdrawn(ticket.Id, row.Id, row.Version));
        }
    }

    internal static async Task<List<WorkLog>> LogsAsync(AccountScope scope, TicketId ticket, CancellationToken cancellationToken)
    {
        await scope.Db.Set<WorkLog>().Where(log => log.AccountId == scope.AccountId && log.TicketId == ticket).LoadAsync(cancellationToken);
        return [.. scope.Db.Set<WorkLog>().Local.Where(log => log.TicketId == ticket)];
    }
}
