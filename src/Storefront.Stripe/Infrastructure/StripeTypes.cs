using System.Text.Json;
using Storefront.Stripe.Checkout;
using Storefront.Stripe.Coupons;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Events;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Payments;
using Storefront.Stripe.Prices;
using Storefront.Stripe.Products;
using Storefront.Stripe.Subscriptions;
using Storefront.Stripe.TaxRates;
using Storefront.Stripe.TestHelpers;

namespace Storefront.Stripe.Infrastructure;

/// <summary>Which class belongs to which value of the member <c>object</c>.</summary>
internal static class StripeTypes
{
    public static IReadOnlyDictionary<string, Type> ByObject { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["billing_portal.session"] = typeof(BillingPortal.Session),
        ["charge"] = typeof(Charge),
        ["checkout.session"] = typeof(Session),
        ["coupon"] = typeof(Coupon),
        ["customer"] = typeof(Customer),
        ["event"] = typeof(Event),
        ["invoice"] = typeof(Invoice),
        ["invoice_payment"] = typeof(InvoicePayment),
        ["invoiceitem"] = typeof(InvoiceItem),
        ["item"] = typeof(LineItem),
        ["line_item"] = typeof(InvoiceLineItem),
        ["payment_intent"] = typeof(PaymentIntent),
        ["payment_method"] = typeof(PaymentMethod),
        ["price"] = typeof(Price),
        ["product"] = typeof(Product),
        ["refund"] = typeof(Refund),
        ["subscription"] = typeof(Subscription),
        ["subscription_item"] = typeof(SubscriptionItem),
        ["tax_rate"] = typeof(TaxRate),
        ["test_helpers.test_clock"] = typeof(TestClock),
    };

    /// <summary>The object as an instance of its class; null when it has none here.</summary>
    public static IHasObject? Read(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("object", out var name)
        && name.ValueKind == JsonValueKind.String
        && ByObject.TryGetValue(name.GetString()!, out var type)
            ? (IHasObject?)element.Deserialize(type, StripeJson.Options)
            : null;
}
