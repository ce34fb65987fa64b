using System.Globalization;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Provider;
using Storefront.Hosting;
using Storefront.Stripe.Checkout;

namespace Storefront.Features.Checkout;

/// <summary>What Stripe is told to have paid what is due now of an order that renews nothing: the net amount and its tax, with an invoice.</summary>
internal static class OnceSessionOptions
{
    public static SessionCreateOptions Of(StripeCatalogue catalogue, OwnAddress address, Order order, string title, string customer)
    {
        Dictionary<string, string?> metadata = new()
        {
            [StripeMetadata.Account] = StripeMetadata.Write(order.AccountId),
            [StripeMetadata.Order] = StripeMetadata.Write(order.Id),
        };
        var page = address.To($"orders/{order.Reference}");
        var state = order.ToDomain();
        var (net, tax) = order.SplitOf(state.DueNow, state.Paid);
        List<SessionLineItemOptions> lines = [Line(net, new SessionLineItemPriceDataProductDataOptions { Name = title }, product: null)];
        if (!tax.IsZero)
        {
            lines.Add(Line(tax, data: null, catalogue.TaxProduct));
        }

        return new SessionCreateOptions
        {
            Mode = "payment",
            Customer = customer,
            ClientReferenceId = order.Reference,
            LineItems = lines,
            InvoiceCreation = new SessionInvoiceCreationOptions
            {
                Enabled = true,
                InvoiceData = new SessionInvoiceCreationInvoiceDataOptions { Metadata = metadata },
            },
            PaymentIntentData = new SessionPaymentIntentDataOptions { Metadata = metadata },
            Metadata = metadata,
            ExpiresAt = order.CheckoutExpiresAt?.ToDateTimeOffset(),
            Locale = CheckoutSessionOptions.LocaleOf(CultureInfo.CurrentUICulture),
            SuccessUrl = $"{page}?paid=yes",
            CancelUrl = page.ToString(),
        };
    }

    private static SessionLineItemOptions Line(Money amount, SessionLineItemPriceDataProductDataOptions? data, string? product) => new()
    {
        Quantity = 1,
        PriceData = new SessionLineItemPriceDataOptions
        {
            Product = product,
            ProductData = data,
            Currency = StripeAmount.CodeOf(amount.Currency),
            UnitAmount = StripeAmount.Of(amount),
        },
    };
}
