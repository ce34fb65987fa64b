using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Provider;
using Storefront.Stripe.Invoices;

namespace Storefront.Features.Payments.Sync;

/// <summary>What counts of an invoice as it stands at Stripe.</summary>
/// <param name="Id">Stripe's id.</param>
/// <param name="Status">One of <see cref="InvoiceStatuses"/>.</param>
/// <param name="Total">Tax included; one of nothing has no effect.</param>
/// <param name="TermNet">The net price of the term that it charges for; null when it charges for none.</param>
/// <param name="SubscriptionId">Stripe's subscription; null when it belongs to none.</param>
/// <param name="PlanItemId">That subscription's item that stands for the plan.</param>
/// <param name="IsFirst">Whether it is the one with which the subscription began: the others renew.</param>
/// <param name="OrderId">The order that began the subscription, or that is paid once, as the metadata say.</param>
/// <param name="PaymentIntentId">With what it was paid.</param>
/// <param name="PaidAt">Null when it is not paid.</param>
/// <param name="HasFailed">Whether it was tried in vain to collect it, or was given up.</param>
public sealed record InvoiceFacts(
    string Id,
    string Status,
    Money Total,
    Money? TermNet,
    string? SubscriptionId,
    string? PlanItemId,
    bool IsFirst,
    OrderId? OrderId,
    string? PaymentIntentId,
    Instant? PaidAt,
    bool HasFailed)
{
    /// <summary>Why Stripe writes the first invoice of a subscription.</summary>
    internal const string First = "subscription_create";

    public bool IsPaid => Status == InvoiceStatuses.Paid;

    /// <summary>What makes the same payment the same, however often it is told.</summary>
    public string BusinessKey => $"stripe:invoice:{Id}";

    /// <param name="invoice">With <c>payments</c> expanded.</param>
    /// <param name="catalogue">Tells the lines apart.</param>
    /// <exception cref="UnassignableException">It is in a currency that is not known here.</exception>
    internal static InvoiceFacts Of(Invoice invoice, StripeCatalogue catalogue)
    {
        var total = StripeAmount.Read(invoice.Total, invoice.Currency)
            ?? throw new UnassignableException($"The invoice {invoice.Id} is of {invoice.Total} in {invoice.Currency}, which is no amount here.");
        var terms = invoice.Lines.Data.Where(catalogue.IsTerm).ToList();
        var subscription = invoice.Parent?.SubscriptionDetails;
        var paidOnce = subscription is null ? StripeMetadata.Read<OrderId>(invoice.Metadata, StripeMetadata.Order) : null;
        return new InvoiceFacts(
            invoice.Id,
            invoice.Status ?? InvoiceStatuses.Draft,
            total,
            terms.Count == 0 ? null : StripeAmount.Read(terms.Sum(line => line.Amount), invoice.Currency),
            subscription is { SubscriptionId.Length: > 0 } ? subscription.SubscriptionId : null,
            terms.FirstOrDefault()?.Parent?.SubscriptionItemDetails?.SubscriptionItem,
            invoice.BillingReason is not { } reason || reason == First || paidOnce is not null,
            StripeMetadata.Read<OrderId>(subscription?.Metadata, StripeMetadata.Order) ?? paidOnce,
            invoice.Payments?.Data.OrderByDescending(payment => payment.Status == "paid").FirstOrDefault()?.Payment.PaymentIntentId,
            invoice.StatusTransitions.PaidAt is { } paidAt ? Instant.FromDateTimeOffset(paidAt) : null,
            invoice.Status == InvoiceStatuses.Uncollectible || (invoice.Status == InvoiceStatuses.Open && invoice.Attempted));
    }
}
