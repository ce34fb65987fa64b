using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>A member does not want what was quoted, and says why. Twice is once.</summary>
public sealed class DeclineQuote(AccountTransactions transactions, QuoteDecisions decisions)
{
    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>The quote, or why not: <see cref="QuoteExpired"/>, <see cref="QuoteNotOpen"/>, <see cref="TextNotValid"/> …</summary>
    public async Task<Result<QuoteRow>> HandleAsync(QuoteId id, string? reason, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!QuoteDecisions.AccountOf(viewer).TryGet(out var account, out var refusal))
        {
            return refusal;
        }

        var text = TicketText.Check("reason", reason, ReasonLength, multiline: true);
        return text.IsRefused ? text.Refusal : await transactions.RunAsync<QuoteRow>(
            account,
            async (scope, token) =>
            {
                if (!(await decisions.FindAsync(scope, id, token)).TryGet(out var open, out var unknown))
                {
                    return unknown;
                }

                if (!QuoteRules.Decline(open.Quotes, id, scope.Now).TryGet(out var change, out var closed))
                {
                    return closed;
                }

                if (open.Row.Status != change.Quote.Status)
                {
                    open.Row.DeclineReason = text.Value;
                    decisions.End(
                        scope, open, change, viewer.UserId, TicketActor.Customer, new QuoteDeclined(open.Row.TicketId, id, open.Row.Version, viewer.UserId));
                }

                return open.Row;
            },
            cancellationToken);
    }
}
