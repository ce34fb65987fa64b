using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Hours;
using Storefront.Domain.Orders;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Hours;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>Reads an account's quotes. Every question names the account, so that another's are not found (COM-06).</summary>
public sealed class QuoteReader(IDbContextFactory<StorefrontDb> contexts, Handbooks handbooks)
{
    private const int Most = 200;

    /// <summary>The quotes of a ticket, the newest first; null when the account has no such ticket.</summary>
    public async Task<TicketQuotesView?> FindAsync(AccountId account, int number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account && row.Number == number, cancellationToken);
        return ticket is null ? null : await ViewAsync(db, ticket, cancellationToken);
    }

    /// <summary>Why a member may not approve that much, and whose approval it needs; null when it may.</summary>
    public async Task<ApprovalBeyondLimit?> LimitAsync(AccountId account, UserId member, int minutes, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var approvers = await QuoteDecisions.ApproversAsync(db, account, cancellationToken);
        return approvers.FirstOrDefault(approver => approver.User == member).Approver is { } self
            ? QuoteRules.CheckLimit(self, approvers.Where(approver => approver.User != member).Select(approver => approver.Approver), minutes)
            : null;
    }

    /// <summary>The newest version of every ticket's quote that is not superseded, those that wait first.</summary>
    public async Task<IReadOnlyList<QuoteLine>> ListAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<QuoteRow>().AsNoTracking().Where(quote => quote.AccountId == account && quote.Status != QuoteStatus.Superseded)
            .Join(
                db.Set<Ticket>().Where(ticket => ticket.AccountId == account),
                quote => quote.TicketId,
                ticket => ticket.Id,
                (quote, ticket) => new { quote, ticket.Number, ticket.Subject })
            .OrderBy(row => row.quote.Status == QuoteStatus.Open ? 0 : 1).ThenByDescending(row => row.quote.IssuedAt)
            .Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new QuoteLine(row.quote, row.Number, row.Subject))];
    }

    private async Task<TicketQuotesView> ViewAsync(StorefrontDb db, Ticket ticket, CancellationToken cancellationToken)
    {
        var rows = await (
            from quote in db.Set<QuoteRow>().AsNoTracking()
            join user in db.Users on quote.DecidedBy equals user.Id into people
            from decider in people.DefaultIfEmpty()
            where quote.AccountId == ticket.AccountId && quote.TicketId == ticket.Id
            orderby quote.Version descending
            select new { quote, Name = (string?)decider.DisplayName }).ToListAsync(cancellationToken);
        var logs = await db.Set<WorkLog>().AsNoTracking()
            .Where(log => log.AccountId == ticket.AccountId && log.TicketId == ticket.Id && log.QuoteId != null).ToListAsync(cancellationToken);
        var held = await db.Set<HourLedgerRow>().Where(row => row.AccountId == ticket.AccountId).Select(row => row.HeldMinutes).SingleOrDefaultAsync(cancellationToken);
        var balance = await db.Set<HourLotRow>().Where(lot => lot.AccountId == ticket.AccountId && !lot.Closed).SumAsync(lot => lot.RemainingMinutes, cancellationToken);
        return new TicketQuotesView(
            ticket,
            [.. rows.Select(row => new QuoteView(row.quote, row.Name ?? ""))],
            QuoteBook.Used(logs),
            Math.Max(0, balance - held),
            handbooks.Present.Hours.Overage == OveragePolicy.Bill)
        {
            OrderReference = await FindOrderAsync(db, ticket, rows.ConvertAll(row => (QuoteId?)row.quote.Id), cancellationToken),
        };
    }

    /// <summary>The order that asks for what is still to be paid of a ticket's quotes, the latest; null when nothing is.</summary>
    private static Task<string?> FindOrderAsync(StorefrontDb db, Ticket ticket, List<QuoteId?> quotes, CancellationToken cancellationToken) => db.Set<Order>()
        .Where(order => order.AccountId == ticket.AccountId && order.QuoteId != null && quotes.Contains(order.QuoteId) && order.Status == OrderStatus.AwaitingPayment)
        .OrderByDescending(order => order.OrderedAt).Select(order => order.Reference).FirstOrDefaultAsync(cancellationToken);
}

/// <summary>A quote in a list.</summary>
public sealed record QuoteLine(QuoteRow Quote, int TicketNumber, string TicketSubject);

/// <summary>A quote with the name of who decided; empty where nobody did.</summary>
public sealed record QuoteView(QuoteRow Quote, string DecidedBy);

/// <summary>A ticket's quotes.</summary>
/// <param name="Ticket">The ticket, not tracked.</param>
/// <param name="Versions">The newest first.</param>
/// <param name="UsedMinutes">What its work took under them.</param>
/// <param name="AvailableMinutes">What the account has available.</param>
/// <param name="BillsOverage">Whether what does not fit into the hours is billed.</param>
public sealed record TicketQuotesView(
    Ticket Ticket, IReadOnlyList<QuoteView> Versions, int UsedMinutes, int AvailableMinutes, bool BillsOverage)
{
    /// <summary>The order by which what was agreed is paid; null when nothing is to be paid.</summary>
    public string? OrderReference { get; init; }

    /// <summary>The one that waits for the customer; null when none does.</summary>
    public QuoteView? Open => Versions.FirstOrDefault(view => view.Quote.Status == QuoteStatus.Open);

    /// <summary>The one under which work goes on; null for none.</summary>
    public QuoteView? InForce => Versions.FirstOrDefault(view => view.Quote.Status is QuoteStatus.Approved or QuoteStatus.ToBePaid or QuoteStatus.Paid);

    /// <summary>What approving the open one would hold beyond what is held already.</summary>
    public int MissingMinutes(QuoteRow quote) => Math.Max(0, quote.Minutes - UsedMinutes - (InForce?.Quote.HeldMinutes ?? 0));
}
