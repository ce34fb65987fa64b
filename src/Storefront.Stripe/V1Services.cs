using Storefront.Stripe.Coupons;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Events;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Payments;
using Storefront.Stripe.Prices;
using Storefront.Stripe.Products;
using Storefront.Stripe.Subscriptions;
using Storefront.Stripe.TaxRates;

namespace Storefront.Stripe;

/// <summary>All services of a client: <c>stripe.V1.Checkout.Sessions.CreateAsync(…)</c>.</summary>
public sealed class V1Services(StripeClient client)
{
    public BillingPortalServices BillingPortal { get; } = new(client);

    public CheckoutServices Checkout { get; } = new(client);

    public CouponService Coupons { get; } = new(client);

    public CustomerService Customers { get; } = new(client);

    public EventService Events { get; } = new(client);

    public InvoiceItemService InvoiceItems { get; } = new(client);

    public InvoicePaymentService InvoicePayments { get; } = new(client);

    public InvoiceService Invoices { get; } = new(client);

    public PaymentIntentService PaymentIntents { get; } = new(client);

    public PriceService Prices { get; } = new(client);

    public ProductService Products { get; } = new(client);

    public RefundService Refunds { get; } = new(client);

    public SubscriptionItemService SubscriptionItems { get; } = new(client);

    public SubscriptionService Subscriptions { get; } = new(client);

    public TaxRateService TaxRates { get; } = new(client);

    public TestHelpersServices TestHelpers { get; } = new(client);
}

public sealed class BillingPortalServices(StripeClient client)
{
    public BillingPortal.SessionService Sessions { get; } = new(client);
}

public sealed class CheckoutServices(StripeClient client)
{
    public Checkout.SessionService Sessions { get; } = new(client);
}

public sealed class TestHelpersServices(StripeClient client)
{
    public TestHelpers.TestClockService TestClocks { get; } = new(client);
}
