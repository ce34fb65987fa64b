using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>
/// The order that a quote in money becomes when the customer agrees (ALF-08): at the quote's price, told by mail with the way to pay it. A
/// newer version asks only for what it costs more than those before that money came for.
/// </summary>
public sealed class QuoteOrders(Handbooks handbooks, QuoteMails mails)
{
    /// <summary>Orders what was agreed. Where nothing more is to be paid than came before, the quote is paid.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="ticket">The quote's ticket.</param>
    /// <param name="quote">The version that was approved.</param>
    /// <param name="versions">All versions of the ticket.</param>
    /// <param name="by">Who agreed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task PlaceAsync(
        AccountScope scope, Ticket ticket, QuoteRow quote, IReadOnlyList<QuoteRow> versions, UserId by, CancellationToken cancellationToken)
    {
        var earlier = await FindAsync(scope, versions, cancellationToken);
        var kept = new List<Order>();
        foreach (var order in earlier.Where(order => order.Status is OrderStatus.AwaitingPayment or OrderStatus.Paid))
        {
            if (order.ToDomain().Cancel(scope.Now).TryGet(out var withdrawn, out _))
            {
                order.Update(withdrawn);
                scope.Append(new OrderWithdrawn(order.Id));
            }
            else if (order.Total.Currency == quote.Net.Currency)
            {
                kept.Add(order);
            }
        }

        var net = quote.Net - Money.Sum(kept.Select(order => order.Net), quote.Net.Currency);
        var tax = quote.Tax - Money.Sum(kept.Select(order => order.Tax), quote.Net.Currency);
        if (!(net + tax).IsPositive || net.IsNegative || tax.IsNegative)
        {
            quote.Update(kept.All(order => order.Status == OrderStatus.Paid) ? QuoteRules.Pay(quote.ToDomain()) : quote.ToDomain());
            return;
        }

        var placed = await OrderAsync(scope, ticket, quote, net, tax, by, cancellationToken);
        await mails.OrderedAsync(scope, ticket, quote, placed, cancellationToken);
    }

    /// <summary>The orders of a ticket's quotes.</summary>
    internal static async Task<List<Order>> FindAsync(AccountScope scope, IEnumerable<QuoteRow> versions, CancellationToken cancellationToken)
    {
        var ids = versions.Select(version => (QuoteId?)version.Id).ToList();
        return await scope.Db.Set<Order>().Where(order => order.AccountId == scope.AccountId && order.QuoteId != null && ids.Contains(order.QuoteId))
            .ToListAsync(cancellationToken);
    }

    private async Task<Order> OrderAsync(
        AccountScope scope, Ticket ticket, QuoteRow quote, Money net, Money tax, UserId by, CancellationToken cancellationToken)
    {
        var house = handbooks.Present;

        // What is released by the agreement is owed, and waits for its payment as long as it takes.
        Instant? expiresAt = house.Quotes.Release == QuoteRelease.Payment ? scope.Now + Duration.FromDays(house.Billing.OrderValidDays) : null;
        var state = OrderState.Place(OrderId.New(scope.Now), net + tax, scope.Now, expiresAt);
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = state.Id,
            Reference = await OrderReference.NextAsync(scope, cancellationToken),
            QuoteId = quote.Id,
            TicketNumber = ticket.Number,
            Interval = BillingInterval.Once,
            HandbookVersion = house.Version.Hash,
            Net = net,
            Tax = tax,
            Total = state.Total,
            PaymentMethod = (StartCheckout.MethodsFor(house, net.Currency).FirstOrDefault() ?? house.PaymentMethodsFor(net.Currency).First()).Key,
            Status = state.Status,
            OrderedBy = by,
            OrderedAt = state.PlacedAt,
            ExpiresAt = state.ExpiresAt,
        };
        scope.Db.Add(order);
        scope.Append(new OrderPlaced(order.Id, PlanKey: null, order.Interval, order.Total.MinorUnits, order.Total.Currency.Code, QuoteId: quote.Id));
        return order;
    }
}
