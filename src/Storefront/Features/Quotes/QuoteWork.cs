using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Quotes;
using Storefront.Domain.Tickets;
using Storefront.Features.Checkout;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>Work that was quoted in money is released when its order is paid (ALF-08), and ends with an order that nobody paid.</summary>
internal sealed class QuoteWork(TicketStore tickets) : IOrderWork
{
    public OrderPurpose Purpose => OrderPurpose.Quote;

    public Task PlacedAsync(AccountScope scope, Order order, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task PaidAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope, order, cancellationToken) is not var (row, rows, ticket))
        {
            return;
        }

        // A newer version may ask for more than the order that was paid just now.
        var isPaid = (await QuoteOrders.FindAsync(scope, rows, cancellationToken)).TrueForAll(other => other.Status is not OrderStatus.AwaitingPayment);
        var current = row.Status == QuoteStatus.Superseded ? rows.FirstOrDefault(version => version.Status == QuoteStatus.ToBePaid) ?? row : row;
        if (isPaid && current.Status is not (QuoteStatus.Paid or QuoteStatus.Superseded))
        {
            current.Update(QuoteRules.Pay(current.ToDomain()));
            GoOn(scope, ticket, rows, TicketActor.Customer, new QuotePaid(current.TicketId, current.Id, current.Version));
        }
        else if (!isPaid && rows.FirstOrDefault(version => version.Status == QuoteStatus.Paid) is { } owed)
        {
            owed.Update(QuoteRules.Unpay(owed.ToDomain()));
        }
    }

    public async Task EndedAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope, order, cancellationToken) is not var (row, rows, ticket))
        {
            return;
        }

        if (order.Status == OrderStatus.Refunded)
        {
            TakeBack(scope, ticket, rows);
            return;
        }

        if (row.Status != QuoteStatus.ToBePaid)
        {
            return;
        }

        var expired = order.Status == OrderStatus.Expired;
        row.Update(QuoteRules.EndUnpaid(row.ToDomain(), expired ? QuoteStatus.Expired : QuoteStatus.Declined, scope.Now));
        if (expired)
        {
            await scope.ScheduleAsync(
                TellQuoteExpired.DueWorkKind, $"quote-unpaid:{row.Id.Value:N}", scope.Now, scope.AccountId, row.Id.ToString(), cancellationToken);
        }

        GoOn(
            scope,
            ticket,
            rows,
            expired ? TicketActor.Clock : TicketActor.Customer,
            expired ? new QuoteRanOut(row.TicketId, row.Id, row.Version) : new QuoteDeclined(row.TicketId, row.Id, row.Version, order.OrderedBy));
    }

    /// <summary>The house gave all the money back: what was agreed is no more, whichever version it was, unless the work is done.</summary>
    private void TakeBack(AccountScope scope, CurrentTicket ticket, List<QuoteRow> rows)
    {
        if (ticket.State.IsUnresolved && rows.FirstOrDefault(version => version.Status is QuoteStatus.Paid or QuoteStatus.ToBePaid) is { } agreed)
        {
            agreed.Update(QuoteRules.EndUnpaid(QuoteRules.Unpay(agreed.ToDomain()), QuoteStatus.Withdrawn, scope.Now));
            GoOn(scope, ticket, rows, TicketActor.Staff, new QuoteWithdrawn(agreed.TicketId, agreed.Id, agreed.Version));
        }
    }

    private void GoOn(AccountScope scope, CurrentTicket ticket, List<QuoteRow> rows, TicketActor actor, QuoteLogged happened) => tickets.Save(
        scope,
        ticket,
        rows.Exists(row => row.Status == QuoteStatus.Open) ? new TicketChange(ticket.State, []) : TicketRules.EndApproval(ticket.State, actor, scope.Now),
        happened);

    private async Task<(QuoteRow Row, List<QuoteRow> Rows, CurrentTicket Ticket)?> FindAsync(
        AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        var found = await scope.Db.Set<QuoteRow>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == order.QuoteId, cancellationToken);
        return found is not null && await tickets.FindAsync(scope.Db, scope.AccountId, found.TicketId, cancellationToken) is { } ticket
            ? (found, await QuoteBook.LoadAsync(scope, found.TicketId, cancellationToken), ticket)
            : null;
    }
}
