using Storefront.Domain.Shared;
using Storefront.Features.Payments.Provider;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Payments;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Features.Subscriptions.Billing;

/// <summary>
/// Asks for the price of a change before it acts (FEN-04): an invoice of its own, paid with the card on file. Where it is not paid, or comes
/// to something else than was shown, it is void and nothing has changed. Everything may be asked for again.
/// </summary>
public sealed class ChargeAtOnce(StripeClient stripe)
{
    /// <summary>Done when the invoice is paid; otherwise why it was not.</summary>
    /// <param name="order">The change.</param>
    /// <param name="charges">The lines.</param>
    /// <param name="total">What they come to.</param>
    /// <param name="standing">The subscription at Stripe.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<Result<Done>> ChargeAsync(
        BillingOrder order,
        IReadOnlyList<InvoiceCreatePreviewInvoiceItemOptions> charges,
        Money total,
        Subscription standing,
        CancellationToken cancellationToken)
    {
        var invoice = await DraftAsync(order, charges, standing, cancellationToken);
        if (invoice.Status == InvoiceStatuses.Draft)
        {
            if (invoice.Total != StripeAmount.Of(total))
            {
                await stripe.V1.Invoices.DeleteAsync(invoice.Id, cancellationToken: cancellationToken);
                return new Changes.BillingDisagrees();
            }

            invoice = await stripe.V1.Invoices.FinalizeInvoiceAsync(
                invoice.Id, new InvoiceFinalizeOptions { AutoAdvance = false }, cancellationToken: cancellationToken);
        }

        return invoice.Status switch
        {
            InvoiceStatuses.Paid => Done.Value,
            InvoiceStatuses.Open => await PayAsync(invoice, cancellationToken),
            var status => new Changes.BillingRefused(status ?? "invoice"),
        };
    }

    /// <summary>Gives back what was paid for a change that did not come into force, and voids what was not.</summary>
    internal async Task TakeBackAsync(BillingOrder order, Subscription standing, CancellationToken cancellationToken)
    {
        if (await FindAsync(order, standing, cancellationToken) is not { } invoice)
        {
            return;
        }

        switch (invoice.Status)
        {
            case InvoiceStatuses.Draft:
                await stripe.V1.Invoices.DeleteAsync(invoice.Id, cancellationToken: cancellationToken);
                break;
            case InvoiceStatuses.Open:
                await stripe.V1.Invoices.VoidInvoiceAsync(invoice.Id, cancellationToken: cancellationToken);
                break;
            case InvoiceStatuses.Paid:
                await RefundAsync(order, invoice, cancellationToken);
                break;
            default:
                break;
        }
    }

    private async Task<Invoice> DraftAsync(
        BillingOrder order, IReadOnlyList<InvoiceCreatePreviewInvoiceItemOptions> charges, Subscription standing, CancellationToken cancellationToken)
    {
        if (await FindAsync(order, standing, cancellationToken) is { Status: not InvoiceStatuses.Draft } known)
        {
            return known;
        }

        var draft = await stripe.V1.Invoices.CreateAsync(
            new InvoiceCreateOptions
            {
                Customer = standing.CustomerId,
                Subscription = standing.Id,
                Currency = standing.Currency,
                AutoAdvance = false,
                PendingInvoiceItemsBehavior = "exclude",
                Metadata = new() { [ChargedItem.ChangeKey] = order.ChangeId.ToString() },
            },
            order.Once("invoice"),
            cancellationToken);
        foreach (var charge in charges)
        {
            await stripe.V1.InvoiceItems.CreateAsync(
                charge.On(standing.CustomerId, invoice: draft.Id), order.Once($"now-{charge.Line()}"), cancellationToken);
        }

        return await stripe.V1.Invoices.GetAsync(draft.Id, cancellationToken: cancellationToken);
    }

    private async Task<Result<Done>> PayAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        try
        {
            var paid = await stripe.V1.Invoices.PayAsync(invoice.Id, new InvoicePayOptions { OffSession = true }, cancellationToken: cancellationToken);
            return paid.Status == InvoiceStatuses.Paid ? Done.Value : new Changes.BillingRefused(paid.Status ?? "invoice");
        }
        catch (StripeException declined) when (!declined.IsTransient)
        {
            await stripe.V1.Invoices.VoidInvoiceAsync(invoice.Id, cancellationToken: cancellationToken);
            return new Changes.BillingRefused(declined.StripeError?.DeclineCode ?? declined.StripeError?.Code ?? declined.Message);
        }
    }

    private async Task RefundAsync(BillingOrder order, Invoice invoice, CancellationToken cancellationToken)
    {
        var payments = await stripe.V1.InvoicePayments.ListAsync(new InvoicePaymentListOptions { Invoice = invoice.Id }, cancellationToken: cancellationToken);
        if (payments.Data.FirstOrDefault(payment => payment.Status == "paid")?.Payment.PaymentIntentId is { } intent)
        {
            await stripe.V1.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = intent }, order.Once("refund"), cancellationToken);
        }
    }

    private async Task<Invoice?> FindAsync(BillingOrder order, Subscription standing, CancellationToken cancellationToken)
    {
        var options = new InvoiceListOptions { Subscription = standing.Id, Limit = 100 };
        await foreach (var invoice in stripe.V1.Invoices.ListAutoPagingAsync(options, cancellationToken: cancellationToken))
        {
            if (invoice.Metadata?.GetValueOrDefault(ChargedItem.ChangeKey) == order.ChangeId.ToString())
            {
                return invoice;
            }
        }

        return null;
    }
}
