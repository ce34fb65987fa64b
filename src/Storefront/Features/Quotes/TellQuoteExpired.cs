using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Quotes;

/// <summary>Tells both sides by mail that a quote ran out (FEN-14).</summary>
internal sealed class TellQuoteExpired(AccountTransactions transactions, QuoteMails mails) : IDueWorkHandler
{
    internal const string DueWorkKind = "quote.tell-expired";

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = QuoteId.From(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        await transactions.RunAsync<Done>(
            work.AccountId!.Value,
            async (scope, token) =>
            {
                var quote = await scope.Db.Set<QuoteRow>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, token);
                var ticket = quote is null
                    ? null
                    : await scope.Db.Set<Ticket>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == quote.TicketId, token);
                if (quote is not null && ticket is not null)
                {
                    await mails.ExpiredAsync(scope, ticket, quote, token);
                }

                return Done.Value;
            },
            cancellationToken);
    }
}
