using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>A member approves a quote within its limit: hours are held for it, or its price is ordered (ALF-08), the version before is superseded, and the ticket goes on. Twice is once.</summary>
public sealed class ApproveQuote(AccountTransactions transactions, QuoteDecisions decisions, QuoteHolds holds, QuoteOrders orders)
{
    /// <summary>
    /// The quote, or why not: <see cref="QuoteExpired"/> with when, <see cref="ApprovalBeyondLimit"/> with whose approval it needs,
    /// <see cref="Domain.Hours.NotEnoughHours"/> with the shortfall …
    /// </summary>
    public async Task<Result<QuoteRow>> HandleAsync(QuoteId id, string idempotencyKey, Viewer viewer, CancellationToken cancellationToken) =>
        QuoteDecisions.AccountOf(viewer).TryGet(out var account, out var refusal)
            ? await transactions.RunAsync<QuoteRow>(
                account,
                async (scope, token) =>
                {
                    if (!(await decisions.FindAsync(scope, id, token)).TryGet(out var open, out var unknown))
                    {
                        return unknown;
                    }

                    var approved = await scope.OnceAsync(
                        "approve-quote", idempotencyKey, new { id }, () => ApproveAsync(scope, open, viewer, token), token);
                    return approved.IsRefused ? approved.Refusal : open.Row;
                },
                cancellationToken)
            : refusal;

    private async Task<Result<QuoteId>> ApproveAsync(AccountScope scope, OpenQuote open, Viewer viewer, CancellationToken cancellationToken)
    {
        var approvers = await QuoteDecisions.ApproversAsync(scope.Db, scope.AccountId, cancellationToken);
        if (approvers.FirstOrDefault(member => member.User == viewer.UserId).Approver is not { } self)
        {
            return new Tickets.ReadOnlyMember();
        }

        var others = approvers.Where(member => member.User != viewer.UserId).Select(member => member.Approver).ToList();
        if (!QuoteRules.Approve(open.Quotes, open.Row.Id, self, others, scope.Now).TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        if (open.Row.Status == change.Quote.Status)
        {
            return open.Row.Id;
        }

        if (change.Superseded is { } before)
        {
            var replaced = open.Rows.Single(row => row.Id == before.Id);
            replaced.Update(before);
            (open.Row.HeldMinutes, replaced.HeldMinutes) = (replaced.HeldMinutes, 0);
        }

        if (change.Quote.Offer.Settlement == QuoteSettlement.Hours && (await holds.HoldAsync(scope, open.Row, cancellationToken)).Refusal is { } shortage)
        {
            return shortage;
        }

        decisions.End(
            scope,
            open,
            change,
            viewer.UserId,
            TicketActor.Customer,
            new QuoteApproved(open.Row.TicketId, open.Row.Id, open.Row.Version, change.Quote.Status, viewer.UserId));
        if (change.Quote.Status == QuoteStatus.ToBePaid)
        {
            await orders.PlaceAsync(scope, open.Ticket.Row, open.Row, open.Rows, viewer.UserId, cancellationToken);
        }

        return open.Row.Id;
    }
}
