using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Features.Payments.Billing;

/// <summary>Reads an account's money: payments from our books, invoices and the card from Stripe, which issues and keeps them.</summary>
public sealed class BillingReader(
    IDbContextFactory<StorefrontDb> contexts,
    SubscriptionStore subscriptions,
    StripeClient stripe,
    StripeCatalogue catalogue,
    StripePages pages,
    BusinessClock clock,
    ILogger<BillingReader> logger)
{
    private const int Most = 50;

    public async Task<BillingView> ReadAsync(AccountId account, CancellationToken cancellationToken)
    {
        var payments = await ListPaymentsAsync(account, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var customer = await db.Set<Account>().Where(row => row.Id == account).Select(row => row.StripeCustomerId).SingleAsync(cancellationToken);
        var current = await subscriptions.FindCurrentAsync(db, account, cancellationToken);
        try
        {
            var invoices = customer is null ? [] : await InvoicesAsync(customer, cancellationToken);
            var card = customer is null ? null : await CardAsync(customer, current?.Row.StripeSubscriptionId, cancellationToken);
            return new BillingView(payments, [.. invoices.Select(View).OfType<InvoiceView>()], card, Dunning(current, invoices), customer is not null);
        }
        catch (StripeException exception)
        {
            logger.LogWarning(exception, "The invoices of {Account} could not be read", account);
            return new BillingView(payments, Invoices: null, Card: null, Dunning(current, []), customer is not null);
        }
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<PaymentView>> ListPaymentsAsync(AccountId account, CancellationToken cancellationToken) =>
        [.. (await ListPaymentsAsync([account], rows => rows.OrderByDescending(row => row.ReceivedAt).Take(Most), cancellationToken)).Select(row => row.View)];

    /// <summary>Those of the payments that there are, of whatever accounts.</summary>
    public async Task<IReadOnlyDictionary<PaymentKey, PaymentView>> FindPaymentsAsync(IReadOnlyList<PaymentKey> keys, CancellationToken cancellationToken)
    {
        var ids = keys.Select(key => key.Id).ToList();
        var found = await ListPaymentsAsync([.. keys.Select(key => key.AccountId).Distinct()], rows => rows.Where(row => ids.Contains(row.Id)), cancellationToken);
        return found.ToDictionary(row => row.Key, row => row.View);
    }

    private async Task<IReadOnlyList<(PaymentKey Key, PaymentView View)>> ListPaymentsAsync(
        List<AccountId> accounts, Func<IQueryable<Payment>, IQueryable<Payment>> pick, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await pick(db.Set<Payment>().AsNoTracking().Where(row => accounts.Contains(row.AccountId))).ToListAsync(cancellationToken);
        var wanted = rows.Select(row => row.OrderId).OfType<OrderId>().Distinct().ToList();
        var references = await db.Set<Order>().Where(order => accounts.Contains(order.AccountId) && wanted.Contains(order.Id))
            .Select(order => new { order.Id, order.Reference, order.Purpose }).ToDictionaryAsync(order => order.Id, cancellationToken);
        return
        [
            .. rows.Select(row => (new PaymentKey(row.AccountId, row.Id), new PaymentView(
                row.Id, row.Amount, row.Status, row.Method, row.ReceivedAt, row.TermStart, row.TermEnd,
                row.OrderId is { } order ? references.GetValueOrDefault(order)?.Reference : null,
                HasProblem: row.SettlesNothing,
                IsWrongAmount: row.IsWrongAmount,
                row.Refunded)
            {
                IsForWork = row.OrderId is { } paid && references.GetValueOrDefault(paid)?.Purpose is OrderPurpose.Package or OrderPurpose.Quote,
            })),
        ];
    }

    private async Task<List<Invoice>> InvoicesAsync(string customer, CancellationToken cancellationToken) =>
        (await stripe.V1.Invoices.ListAsync(new InvoiceListOptions { Customer = customer, Limit = Most }, cancellationToken: cancellationToken)).Data;

    private async Task<CardView?> CardAsync(string customer, string? subscription, CancellationToken cancellationToken)
    {
        var card = subscription is null ? null : (await stripe.V1.Subscriptions.GetAsync(
            subscription, new SubscriptionGetOptions { Expand = ["default_payment_method"] }, cancellationToken: cancellationToken)).DefaultPaymentMethod?.Card;
        card ??= (await stripe.V1.Customers.GetAsync(
            customer, new CustomerGetOptions { Expand = ["invoice_settings.default_payment_method"] }, cancellationToken: cancellationToken))
            .InvoiceSettings?.DefaultPaymentMethod?.Card;
        return card is null ? null : new CardView(card.Brand, card.Last4, (int)card.ExpMonth, (int)card.ExpYear);
    }

    /// <summary>Null for drafts, and for what is in a currency that is not known here.</summary>
    private InvoiceView? View(Invoice invoice)
    {
        if (StatusOf(invoice.Status) is not { } status || StripeAmount.Read(invoice.Total, invoice.Currency) is not { } total)
        {
            return null;
        }

        var taxed = invoice.Lines.Data.Where(catalogue.IsTax).Sum(line => line.Amount - line.DiscountAmounts.Sum(taken => taken.Amount)) + invoice.TotalTaxes.Sum(tax => tax.Amount);
        var tax = StripeAmount.Read(taxed, invoice.Currency) ?? Money.Zero(total.Currency);
        return new InvoiceView(
            invoice.Number ?? invoice.Id,
            Instant.FromDateTimeOffset(invoice.EffectiveAt ?? invoice.Created),
            total - tax,
            tax,
            total,
            status,
            pages.Accept(invoice.HostedInvoiceUrl));
    }

    private static InvoiceStatus? StatusOf(string? status) => status switch
    {
        InvoiceStatuses.Open => InvoiceStatus.Open,
        InvoiceStatuses.Paid => InvoiceStatus.Paid,
        InvoiceStatuses.Uncollectible => InvoiceStatus.Uncollectible,
        InvoiceStatuses.Void => InvoiceStatus.Void,
        _ => null,
    };

    private DunningView? Dunning(CurrentSubscription? current, List<Invoice> invoices)
    {
        // What nobody charges is asked for by an order, which is shown by itself.
        if (current is not { State.Status: PlanSubscriptionStatus.PastDue, Policies.Renewal: null })
        {
            return null;
        }

        var open = invoices.FirstOrDefault(invoice => invoice.Status == InvoiceStatuses.Open);
        var until = current.State.GraceEnd(current.Policies);
        return new DunningView(
            open is null ? null : StripeAmount.Read(open.AmountRemaining, open.Currency),
            open?.NextPaymentAttempt is { } next ? Instant.FromDateTimeOffset(next) : null,
            until,
            clock.GetCurrentInstant() >= until,
            pages.Accept(open?.HostedInvoiceUrl));
    }
}
