using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>Staff take back a quote that nobody has decided on. Twice is once.</summary>
public sealed class WithdrawQuote(AccountTransactions transactions, QuoteDecisions decisions)
{
    /// <summary>The quote, or why not; for anybody but staff there is no such quote.</summary>
    public async Task<Result<QuoteRow>> HandleAsync(QuoteKey key, Viewer staff, CancellationToken cancellationToken) => !staff.IsStaff
        ? new NotFound("quote")
        : await transactions.RunAsync<QuoteRow>(
            key.AccountId,
            async (scope, token) =>
            {
                if (!(await decisions.FindAsync(scope, key.Id, token)).TryGet(out var open, out var unknown))
                {
                    return unknown;
                }

                if (!QuoteRules.Withdraw(open.Quotes, key.Id, scope.Now).TryGet(out var change, out var closed))
                {
                    return closed;
                }

                if (open.Row.Status != change.Quote.Status)
                {
                    decisions.End(
                        scope, open, change, staff.UserId, TicketActor.Staff, new QuoteWithdrawn(open.Row.TicketId, key.Id, open.Row.Version));
                }

                return open.Row;
            },
            cancellationToken);
}
