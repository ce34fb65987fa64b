using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Invoices;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Invoices;

/// <summary>
/// Puts down, in the transaction in which money came or went, that it has to be put on paper, and by when (FLU-20). Every payment that an action
/// touched is looked at, whichever way it came, so that no way of paying can forget it; told twice it is put down once.
/// </summary>
internal sealed class InvoiceBook(Handbooks handbooks) : IAccountSettlement
{
    public Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken) => Task.FromResult<Instant?>(null);

    public Task SettleAsync(AccountScope scope, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task FinishAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var payments = scope.Db.Set<Payment>().Local
            .Where(payment => payment.AccountId == scope.AccountId && payment.Status is PaymentStatus.Succeeded or PaymentStatus.Refunded)
            .Where(payment => payment.CreditedMinorUnits > 0 || InvoiceRules.IsOwed(payment.Settled, !payment.SettlesNothing))
            .OrderBy(payment => payment.ReceivedAt).ThenBy(payment => payment.Id.Value)
            .ToList();
        foreach (var payment in payments)
        {
            await PutDownAsync(scope, payment, cancellationToken);
        }
    }

    private async Task PutDownAsync(AccountScope scope, Payment payment, CancellationToken cancellationToken)
    {
        var known = await scope.Db.Set<Invoice>()
            .Where(row => row.AccountId == scope.AccountId && row.PaymentId == payment.Id).ToListAsync(cancellationToken);
        var invoice = known.SingleOrDefault(row => row.Kind == InvoiceKind.Invoice);
        if (invoice is null)
        {
            // What became credit before it was on paper, and of which the rest went back, was never a sale.
            if (!payment.Settled.IsPositive || (payment.CreditedMinorUnits > 0 && payment.SettledRefunded == payment.Settled))
            {
                return;
            }

            invoice = await InvoiceOfAsync(scope, payment, cancellationToken);
            scope.Db.Add(invoice);
        }

        var credited = Money.Sum(known.Where(row => row.Kind == InvoiceKind.CreditNote).Select(row => row.Total), payment.Amount.Currency);

        // What went back, or was kept as credit once its order was withdrawn, is no longer what the invoice covers.
        var refunded = new Money(invoice.CoversMinorUnits, payment.Amount.Currency) - (payment.Settled - payment.SettledRefunded);
        if (InvoiceRules.Uncredited(refunded, credited) is not null)
        {
            var left = invoice.Amounts + Sum(known.Where(row => row.Kind == InvoiceKind.CreditNote), payment.Amount.Currency);
            scope.Db.Add(await CreditNoteOfAsync(scope, payment, invoice, left, refunded, cancellationToken));
        }
    }

    private async Task<Invoice> InvoiceOfAsync(AccountScope scope, Payment payment, CancellationToken cancellationToken)
    {
        var account = scope.AccountId;
        var order = payment.OrderId is { } orderId
            ? await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == account && row.Id == orderId, cancellationToken)
            : null;
        var subscription = payment.SubscriptionId is { } subscriptionId
            ? await scope.Db.Set<PlanSubscription>().SingleOrDefaultAsync(row => row.AccountId == account && row.Id == subscriptionId, cancellationToken)
            : null;
        var house = handbooks.Present;
        var version = order?.HandbookVersion ?? house.Version.Hash;
        var amounts = order is not null && await StandingAsync(scope, order, cancellationToken) is var standing && Splits(order, standing, payment.Settled)
            ? AmountsOf(order).Next(standing, payment.Settled)
            : InvoiceAmounts.Of(payment.Settled, house.Tax.Rate);
        var paidAt = payment.Status == PaymentStatus.Succeeded ? payment.ChangedAt : payment.ReceivedAt;
        return new Invoice
        {
            AccountId = account,
            Id = InvoiceId.New(scope.Now),
            Entry = await scope.NextNumberAsync(HouseCounter.InvoiceEntries, cancellationToken),
            Kind = InvoiceKind.Invoice,
            PaymentId = payment.Id,
            OrderId = order?.Id,
            CoversMinorUnits = payment.Settled.MinorUnits,
            Net = amounts.Net,
            Tax = amounts.Tax,
            Total = amounts.Total,
            HandbookVersion = version,
            PlanKey = order?.PlanKey ?? subscription?.PlanKey,
            TermStart = payment.TermStart,
            TermEnd = payment.TermEnd,
            PaidOn = house.Calendar.DateOf(paidAt),
            DueOn = InvoiceRules.DueOn(paidAt, house.Calendar, house.Billing.InvoiceWithinBusinessDays),
            CreatedAt = scope.Now,
        };
    }

    private static InvoiceAmounts AmountsOf(Order order) => new(order.Net, order.Tax);

    /// <summary>Whether what is on paper of an order, and that much more, is a part of the order.</summary>
    private static bool Splits(Order order, InvoiceAmounts standing, Money more) =>
        more.Currency == order.Total.Currency && standing.Total + more <= order.Total && standing.Net <= order.Net && standing.Tax <= order.Tax;

    /// <summary>The order's invoices less their credit notes, those of this transaction among them.</summary>
    private static async Task<InvoiceAmounts> StandingAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        var known = await scope.Db.Set<Invoice>().AsNoTracking().Where(row => row.AccountId == scope.AccountId && row.OrderId == order.Id)
            .ToListAsync(cancellationToken);
        var added = scope.Db.Set<Invoice>().Local.Where(row => row.OrderId == order.Id && scope.Db.Entry(row).State == EntityState.Added);
        return Sum(known.Concat(added), order.Total.Currency);
    }

    private static InvoiceAmounts Sum(IEnumerable<Invoice> documents, Currency currency) => documents.Where(row => row.Total.Currency == currency).Aggregate(
        new InvoiceAmounts(Money.Zero(currency), Money.Zero(currency)),
        (sum, row) => row.Kind == InvoiceKind.Invoice ? sum + row.Amounts : sum - row.Amounts);

    /// <summary>What goes back of an invoice, as a part of its order where it is one.</summary>
    private static async Task<InvoiceAmounts> BackAsync(
        AccountScope scope, Invoice invoice, InvoiceAmounts left, Money amount, CancellationToken cancellationToken)
    {
        var order = invoice.OrderId is { } id
            ? await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken)
            : null;
        return order is not null && await StandingAsync(scope, order, cancellationToken) is var standing && Splits(order, standing, Money.Zero(amount.Currency))
            ? AmountsOf(order).Back(standing, left, amount)
            : invoice.Amounts.Back(left, left, amount);
    }

    private async Task<Invoice> CreditNoteOfAsync(
        AccountScope scope, Payment payment, Invoice invoice, InvoiceAmounts left, Money refunded, CancellationToken cancellationToken)
    {
        var house = handbooks.Present;
        var amounts = await BackAsync(scope, invoice, left, refunded - (invoice.Total - left.Total), cancellationToken);
        return new Invoice
        {
            AccountId = scope.AccountId,
            Id = InvoiceId.New(scope.Now),
            Entry = await scope.NextNumberAsync(HouseCounter.InvoiceEntries, cancellationToken),
            Kind = InvoiceKind.CreditNote,
            PaymentId = payment.Id,
            OrderId = invoice.OrderId,
            CorrectsId = invoice.Id,
            CoversMinorUnits = refunded.MinorUnits,
            Net = amounts.Net,
            Tax = amounts.Tax,
            Total = amounts.Total,
            HandbookVersion = invoice.HandbookVersion,
            PlanKey = invoice.PlanKey,
            TermStart = invoice.TermStart,
            TermEnd = invoice.TermEnd,
            PaidOn = house.Calendar.DateOf(scope.Now),
            DueOn = InvoiceRules.DueOn(scope.Now, house.Calendar, house.Billing.InvoiceWithinBusinessDays),
            CreatedAt = scope.Now,
        };
    }
}
