using Storefront.Stripe;
using Storefront.Stripe.Checkout;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Prices;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Tests.Stripe.Sandbox;

/// <summary>The program's own client against the local Stripe, over HTTP.</summary>
public sealed class RealClientTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private StripeClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _client = new StripeClient(SandboxServer.ApiKey, apiBase: new Uri(_server.Address, "/sandbox/stripe"));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_purchase_an_upgrade_as_told_and_its_preview()
    {
        var business = await AddPriceAsync("Business", 300000);
        var growth = await AddPriceAsync("Growth", 540000);
        var session = await _client.V1.Checkout.Sessions.CreateAsync(new SessionCreateOptions
        {
            Mode = "subscription",
            SuccessUrl = "http://shop.example/done",
            LineItems = [new SessionLineItemOptions { Price = business.Id, Quantity = 1 }],
            ClientReferenceId = "order-1",
        });
        var browser = new HostedPageBrowser(_server);
        await browser.OpenAsync(session.Url!);
        await browser.PayAsync("4242424242424242");
        session = await _client.V1.Checkout.Sessions.GetAsync(session.Id);
        var subscription = await _client.V1.Subscriptions.GetAsync(session.SubscriptionId!);
        Assert.Equal("active", subscription.Status);

        await _server.MoveToAsync(SandboxServer.Start.AddDays(10));
        var changed = await _client.V1.Subscriptions.UpdateAsync(subscription.Id, new SubscriptionUpdateOptions
        {
            Items = [new SubscriptionItemOptions { Id = subscription.Items.Data[0].Id, Price = growth.Id }],
            ProrationBehavior = "none",
        });
        Assert.Equal(growth.Id, changed.Items.Data[0].Price.Id);
        await _client.V1.InvoiceItems.CreateAsync(new InvoiceItemCreateOptions
        {
            Customer = session.CustomerId,
            Subscription = subscription.Id,
            Amount = 154286,
            Currency = "clp",
            Description = "Upgrade to Growth",
        });
        var preview = await _client.V1.Invoices.CreatePreviewAsync(new InvoiceCreatePreviewOptions { Subscription = subscription.Id });
        Assert.Equal(540000 + 154286, preview.AmountDue);

        await _server.MoveToAsync(SandboxServer.Start.AddDays(30));
        var invoices = await _client.V1.Invoices.ListAsync(new InvoiceListOptions { Subscription = subscription.Id });
        Assert.Equal(("paid", preview.AmountDue), (invoices.Data[0].Status, invoices.Data[0].AmountPaid));
    }

    [Fact]
    public async Task Errors_arrive_typed()
    {
        var fault = await Assert.ThrowsAsync<StripeException>(() => _client.V1.Customers.GetAsync("cus_none"));
        Assert.Equal("resource_missing", fault.StripeError!.Code);

        var customer = await _client.V1.Customers.CreateAsync(new CustomerCreateOptions { Email = "a@example.com" });
        var price = await AddPriceAsync("Business", 300000);
        fault = await Assert.ThrowsAsync<StripeException>(() => _client.V1.Subscriptions.CreateAsync(new SubscriptionCreateOptions
        {
            Customer = customer.Id,
            Items = [new SubscriptionItemOptions { Price = price.Id }],
            DefaultPaymentMethod = "pm_card_visa_chargeDeclined",
        }));
        Assert.Equal("card_declined", fault.StripeError!.Code);
    }

    private Task<Price> AddPriceAsync(string name, long amount) => _client.V1.Prices.CreateAsync(new PriceCreateOptions
    {
        Currency = "clp",
        UnitAmount = amount,
        ProductData = new PriceProductDataOptions { Name = name },
        Recurring = new PriceRecurringOptions { Interval = "month" },
    });
}
