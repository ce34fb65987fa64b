using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Quotes;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>What the clock does to an account's quotes (COM-07): open ones run out (FEN-14), and holds follow the hours that end and come.</summary>
internal sealed class QuoteClock(TicketStore tickets, QuoteHolds holds) : IAccountSettlement
{
    public async Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var expiry = await Open(scope).MinAsync(quote => (Instant?)quote.ExpiresAt, cancellationToken);
        return await holds.AreOffAsync(scope, cancellationToken) ? Earlier(scope.Now, expiry) : expiry;
    }

    public async Task SettleAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        foreach (var row in await Open(scope).Where(quote => quote.ExpiresAt <= scope.Now).ToListAsync(cancellationToken))
        {
            row.Update(QuoteRules.Settle(row.ToDomain(), scope.Now));
            await scope.ScheduleAsync(TellQuoteExpired.DueWorkKind, $"quote-expired:{row.Id.Value:N}", scope.Now, scope.AccountId, row.Id.ToString(), cancellationToken);
            if (await tickets.FindAsync(scope.Db, scope.AccountId, row.TicketId, cancellationToken) is { } ticket)
            {
                tickets.Save(
                    scope, ticket, TicketRules.EndApproval(ticket.State, TicketActor.Clock, scope.Now), new QuoteRanOut(row.TicketId, row.Id, row.Version));
            }
        }

        await holds.ReconcileAsync(scope, cancellationToken);
    }

    private static IQueryable<QuoteRow> Open(AccountScope scope) =>
        scope.Db.Set<QuoteRow>().Where(quote => quote.AccountId == scope.AccountId && quote.Status == QuoteStatus.Open);

    private static Instant Earlier(Instant now, Instant? other) => other is { } due && due < now ? due : now;
}
