using Storefront.Stripe;
using Storefront.Stripe.Coupons;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Events;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Payments;
using Storefront.Stripe.Prices;
using Storefront.Stripe.Products;
using Storefront.Stripe.Subscriptions;
using Storefront.Stripe.TaxRates;
using Storefront.Stripe.TestHelpers;
using Storefront.Tests.Support;
using Checkout = Storefront.Stripe.Checkout;
using Portal = Storefront.Stripe.BillingPortal;

namespace Storefront.Tests.Stripe.Client;

/// <summary>Every property of every options class is one that Stripe describes, of the right kind.</summary>
public sealed class DescribedOptionsTests
{
    private static readonly Dictionary<Type, string> Operations = new()
    {
        [typeof(Checkout.SessionCreateOptions)] = "POST /v1/checkout/sessions",
        [typeof(Checkout.SessionExpireOptions)] = "POST /v1/checkout/sessions/cs_1/expire",
        [typeof(Checkout.SessionGetOptions)] = "GET /v1/checkout/sessions/cs_1",
        [typeof(Checkout.SessionListLineItemsOptions)] = "GET /v1/checkout/sessions/cs_1/line_items",
        [typeof(Checkout.SessionListOptions)] = "GET /v1/checkout/sessions",
        [typeof(Checkout.SessionUpdateOptions)] = "POST /v1/checkout/sessions/cs_1",
        [typeof(CouponCreateOptions)] = "POST /v1/coupons",
        [typeof(CouponDeleteOptions)] = "DELETE /v1/coupons/coupon_1",
        [typeof(CouponGetOptions)] = "GET /v1/coupons/coupon_1",
        [typeof(CouponListOptions)] = "GET /v1/coupons",
        [typeof(CustomerCreateOptions)] = "POST /v1/customers",
        [typeof(CustomerDeleteOptions)] = "DELETE /v1/customers/cus_1",
        [typeof(CustomerGetOptions)] = "GET /v1/customers/cus_1",
        [typeof(CustomerListOptions)] = "GET /v1/customers",
        [typeof(CustomerUpdateOptions)] = "POST /v1/customers/cus_1",
        [typeof(EventGetOptions)] = "GET /v1/events/evt_1",
        [typeof(EventListOptions)] = "GET /v1/events",
        [typeof(InvoiceCreateOptions)] = "POST /v1/invoices",
        [typeof(InvoiceCreatePreviewOptions)] = "POST /v1/invoices/create_preview",
        [typeof(InvoiceDeleteOptions)] = "DELETE /v1/invoices/in_1",
        [typeof(InvoiceFinalizeOptions)] = "POST /v1/invoices/in_1/finalize",
        [typeof(InvoiceGetOptions)] = "GET /v1/invoices/in_1",
        [typeof(InvoiceItemCreateOptions)] = "POST /v1/invoiceitems",
        [typeof(InvoiceItemDeleteOptions)] = "DELETE /v1/invoiceitems/ii_1",
        [typeof(InvoiceItemGetOptions)] = "GET /v1/invoiceitems/ii_1",
        [typeof(InvoiceItemListOptions)] = "GET /v1/invoiceitems",
        [typeof(InvoiceItemUpdateOptions)] = "POST /v1/invoiceitems/ii_1",
        [typeof(InvoiceListLineItemsOptions)] = "GET /v1/invoices/in_1/lines",
        [typeof(InvoiceListOptions)] = "GET /v1/invoices",
        [typeof(InvoiceMarkUncollectibleOptions)] = "POST /v1/invoices/in_1/mark_uncollectible",
        [typeof(InvoicePayOptions)] = "POST /v1/invoices/in_1/pay",
        [typeof(InvoicePaymentGetOptions)] = "GET /v1/invoice_payments/inpay_1",
        [typeof(InvoicePaymentListOptions)] = "GET /v1/invoice_payments",
        [typeof(InvoiceSendOptions)] = "POST /v1/invoices/in_1/send",
        [typeof(InvoiceUpdateOptions)] = "POST /v1/invoices/in_1",
        [typeof(InvoiceVoidOptions)] = "POST /v1/invoices/in_1/void",
        [typeof(PaymentIntentGetOptions)] = "GET /v1/payment_intents/pi_1",
        [typeof(PaymentIntentListOptions)] = "GET /v1/payment_intents",
        [typeof(Portal.SessionCreateOptions)] = "POST /v1/billing_portal/sessions",
        [typeof(PriceCreateOptions)] = "POST /v1/prices",
        [typeof(PriceGetOptions)] = "GET /v1/prices/price_1",
        [typeof(PriceListOptions)] = "GET /v1/prices",
        [typeof(PriceUpdateOptions)] = "POST /v1/prices/price_1",
        [typeof(ProductCreateOptions)] = "POST /v1/products",
        [typeof(ProductDeleteOptions)] = "DELETE /v1/products/prod_1",
        [typeof(ProductGetOptions)] = "GET /v1/products/prod_1",
        [typeof(ProductListOptions)] = "GET /v1/products",
        [typeof(ProductUpdateOptions)] = "POST /v1/products/prod_1",
        [typeof(RefundCancelOptions)] = "POST /v1/refunds/re_1/cancel",
        [typeof(RefundCreateOptions)] = "POST /v1/refunds",
        [typeof(RefundGetOptions)] = "GET /v1/refunds/re_1",
        [typeof(RefundListOptions)] = "GET /v1/refunds",
        [typeof(RefundUpdateOptions)] = "POST /v1/refunds/re_1",
        [typeof(SubscriptionCancelOptions)] = "DELETE /v1/subscriptions/sub_1",
        [typeof(SubscriptionCreateOptions)] = "POST /v1/subscriptions",
        [typeof(SubscriptionGetOptions)] = "GET /v1/subscriptions/sub_1",
        [typeof(SubscriptionItemCreateOptions)] = "POST /v1/subscription_items",
        [typeof(SubscriptionItemDeleteOptions)] = "DELETE /v1/subscription_items/si_1",
        [typeof(SubscriptionItemGetOptions)] = "GET /v1/subscription_items/si_1",
        [typeof(SubscriptionItemListOptions)] = "GET /v1/subscription_items",
        [typeof(SubscriptionItemUpdateOptions)] = "POST /v1/subscription_items/si_1",
        [typeof(SubscriptionListOptions)] = "GET /v1/subscriptions",
        [typeof(SubscriptionResumeOptions)] = "POST /v1/subscriptions/sub_1/resume",
        [typeof(SubscriptionUpdateOptions)] = "POST /v1/subscriptions/sub_1",
        [typeof(TaxRateCreateOptions)] = "POST /v1/tax_rates",
        [typeof(TaxRateGetOptions)] = "GET /v1/tax_rates/txr_1",
        [typeof(TaxRateListOptions)] = "GET /v1/tax_rates",
        [typeof(TaxRateUpdateOptions)] = "POST /v1/tax_rates/txr_1",
        [typeof(TestClockAdvanceOptions)] = "POST /v1/test_helpers/test_clocks/clock_1/advance",
        [typeof(TestClockCreateOptions)] = "POST /v1/test_helpers/test_clocks",
        [typeof(TestClockDeleteOptions)] = "DELETE /v1/test_helpers/test_clocks/clock_1",
        [typeof(TestClockGetOptions)] = "GET /v1/test_helpers/test_clocks/clock_1",
        [typeof(TestClockListOptions)] = "GET /v1/test_helpers/test_clocks",
    };

    public static TheoryData<string> Names => [.. Operations.Keys.Select(type => type.FullName!).Order(StringComparer.Ordinal)];

    [Fact]
    public void No_options_class_is_left_out() => Assert.Equal(
        typeof(BaseOptions).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BaseOptions)) && type.IsSealed).Select(type => type.FullName!).Order(StringComparer.Ordinal),
        Operations.Keys.Select(type => type.FullName!).Order(StringComparer.Ordinal));

    [SharedTheory]
    [MemberData(nameof(Names))]
    public void Every_property_is_described(string name)
    {
        var (type, operation) = Operations.Single(pair => pair.Key.FullName == name);
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]);
        foreach (var alternative in new[] { 0, 1 })
        {
            var form = FormEncoder.ToForm(FormEncoder.Encode(OptionFiller.Fill(type, alternative)));
            var problems = method == "POST"
                ? OpenApiDescription.Instance.RequestProblems(method, path, null, form)
                : OpenApiDescription.Instance.RequestProblems(method, path, form);

            Assert.Empty(problems.Where(problem => !IsExpected(type, problem)).ToList());
        }
    }

    /// <summary>Where the filler knows less than a caller: words of enumerations, and what one class shares between operations.</summary>
    private static bool IsExpected(Type type, string problem) =>
        problem.Contains("\"word\" is none of", StringComparison.Ordinal)
        || (problem == "expand: unknown query parameter" && Operations[type].StartsWith("DELETE ", StringComparison.Ordinal))
        || (problem is "items[0][id]: unknown parameter" or "items[0][deleted]: unknown parameter" && type == typeof(SubscriptionCreateOptions));
}
