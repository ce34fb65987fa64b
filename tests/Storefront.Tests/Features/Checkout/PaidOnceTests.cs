using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Checkout;

/// <summary>Orders that are paid once, on the ordinary payment page of the local Stripe: differences of upgrades and work beyond the hours.</summary>
public sealed class PaidOnceTests : IAsyncLifetime
{
    private StorefrontHost host = null!;

    public async Task InitializeAsync() => host = await StorefrontHost.StartAsync(configure: builder =>
    {
        builder.Configuration["House"] = "fenicio";
        builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "fenicio");
    });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task FEN_04_The_difference_of_an_upgrade_is_ordered_on_the_page_paid_as_any_order_and_brings_its_hours_once()
    {
        var buyer = await Buyer.OpenAsync(host);
        await BuyAsync(buyer, "silver");
        using var browser = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await browser.OpenAsync("/subscription/change?plan=gold");
        Assert.Contains("Order the difference", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("main form:has([name=token])");
        var reference = browser.Location!.Split('/')[^1];
        await browser.FollowAsync();
        Assert.Contains("Upgrade to Gold, the difference", browser.Text, StringComparison.Ordinal);

        var opened = (await buyer.Get<OpenPaymentPage>().HandleAsync(reference, buyer.Viewer, CancellationToken.None)).Value;
        await Buyer.PayAsync(opened);
        await buyer.SettleAsync();
        await buyer.SettleAsync();

        var outcome = await buyer.ReadAsync();
        Assert.Equal("Succeeded 12200.00 UYU", outcome.Payments);
        Assert.StartsWith("Active gold Month", outcome.Subscriptions, StringComparison.Ordinal);
        Assert.EndsWith("Upgrade 240 Upgrade 300", outcome.Hours, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(reference)).Status);
    }

    [Fact]
    public async Task FEN_04_An_upgrade_of_a_plan_that_is_to_end_is_not_offered_for_payment_and_what_is_paid_all_the_same_is_credit()
    {
        var buyer = await Buyer.OpenAsync(host);
        await BuyAsync(buyer, "silver");
        using var browser = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await browser.OpenAsync("/subscription/change?plan=gold");
        await browser.SubmitAsync("main form:has([name=token])");
        var reference = browser.Location!.Split('/')[^1];
        var half = new Money(6_100_00, Currency.Parse("UYU"));
        Assert.Null((await host.Transactions.RunAsync(
            buyer.Account,
            async (scope, token) =>
            {
                var row = await scope.Db.Set<Order>().SingleAsync(order => order.Reference == reference, token);
                return (await buyer.Get<OrderSettlement>().ReceiveAsync(scope, row, half, scope.Now, new FirstPayment("half"), token)).Map(_ => Done.Value);
            },
            CancellationToken.None)).Refusal);
        var opened = (await PayAsync("card")).Value;
        await ChangeAsync(new Cancellation(), "end");

        Assert.IsType<SubscriptionNotReady>((await PayAsync("card")).Refusal);
        await browser.OpenAsync($"/orders/{reference}");
        Assert.Contains("You asked for your plan to end", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("form[action*='handler=pay']"));

        // The page was open before, and is paid: nothing of it is lost, and it pays the change once that can be.
        await Buyer.PayAsync(opened);
        await buyer.SettleAsync();
        Assert.Equal("Succeeded 6100.00 UYU SUBSCRIPTION_NOT_READY", (await buyer.ReadAsync()).Payments);
        Assert.Equal(half, Assert.Single(await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None)));
        Assert.IsType<SubscriptionNotReady>((await PayAsync("transfer")).Refusal);
        Assert.Equal((OrderStatus.AwaitingPayment, half.MinorUnits), ((await buyer.ReadOrderAsync(reference)).Status, (await buyer.ReadOrderAsync(reference)).PaidMinorUnits));

        await ChangeAsync(new CancellationWithdrawal(), "stay");
        Assert.Null((await PayAsync("transfer")).Value.Url);
        Assert.StartsWith("Active gold Month", (await buyer.ReadAsync()).Subscriptions, StringComparison.Ordinal);
        Assert.Empty(await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None));

        Task<Result<CheckoutStarted>> PayAsync(string method) => buyer.Get<OpenPaymentPage>().HandleAsync(reference, method, buyer.Viewer, CancellationToken.None);

        async Task ChangeAsync(SubscriptionChange change, string key) =>
            Assert.Null((await buyer.Get<SubscriptionChanges>().RequestAsync(buyer.Account, buyer.Viewer.UserId, key, change, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task FEN_12_Work_beyond_the_hours_is_paid_on_the_payment_page_with_an_invoice_and_cannot_be_withdrawn()
    {
        var buyer = await Buyer.OpenAsync(host);
        await AddOverageAsync(buyer);
        await host.MoveClockAsync(Duration.FromDays(32));
        await using var db = host.Db();
        var order = db.Set<Order>().Single(row => row.AccountId == buyer.Account && row.IsOverage);

        Assert.IsType<OrderOwed>((await buyer.Get<CancelOrder>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Refusal);
        using var browser = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await browser.OpenAsync("/hours");
        Assert.NotNull(browser.Page.QuerySelector($"a[href='/orders/{order.Reference}']"));
        await browser.OpenAsync($"/orders/{order.Reference}");
        Assert.Contains("beyond the hours of", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("form[action*='handler=cancel']"));

        await Buyer.PayAsync((await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Value);
        await buyer.SettleAsync();

        Assert.Equal("Succeeded 1769.00 UYU", (await buyer.ReadAsync()).Payments);
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
        var invoice = Assert.Single((await buyer.Get<StripeClient>().V1.Invoices.ListAsync(new InvoiceListOptions { Customer = await buyer.CustomerAsync() })).Data);
        Assert.Equal([31_900L, 145_000L], invoice.Lines.Data.Select(line => line.Amount).Order());
    }

    private async Task AddOverageAsync(Buyer buyer)
    {
        var added = await host.Transactions.RunAsync<Done>(
            buyer.Account,
            (scope, _) =>
            {
                var currency = Currency.Parse("UYU");
                scope.Db.Add(new HourOverage
                {
                    AccountId = buyer.Account,
                    Id = OverageId.New(scope.Now),
                    TicketId = TicketId.New(scope.Now),
                    PlanKey = "basico",
                    WorkMinutes = 30,
                    TopUpMinutes = 0,
                    HourlyRate = new Money(290_000, currency),
                    Net = new Money(145_000, currency),
                    Tax = new Money(31_900, currency),
                    ClosedAt = scope.Now,
                });
                return Task.FromResult<Result<Done>>(Done.Value);
            },
            CancellationToken.None);
        Assert.Null(added.Refusal);
    }

    private async Task BuyAsync(Buyer buyer, string plan)
    {
        var house = buyer.Get<Handbook>();
        var price = house.Plans.PriceOf(plan, BillingInterval.Month, house.DefaultCurrency).Value;
        var bought = await host.Transactions.RunAsync<SubscriptionId>(
            buyer.Account,
            async (scope, token) =>
            {
                var order = new Order
                {
                    AccountId = buyer.Account,
                    Id = OrderId.New(scope.Now),
                    Reference = $"T-{buyer.Account.Value:N}",
                    PlanKey = plan,
                    Interval = BillingInterval.Month,
                    HandbookVersion = house.Version.Hash,
                    Net = price.Amount,
                    Tax = price.Tax,
                    Total = price.Total,
                    PaymentMethod = "card",
                    Status = OrderStatus.Paid,
                    OrderedBy = buyer.Viewer.UserId,
                    OrderedAt = scope.Now,
                };
                scope.Db.Add(order);
                return (await buyer.Get<SubscriptionLifecycle>().StartAsync(scope, order, new FirstPayment("transfer"), token)).Map(row => row.Id);
            },
            CancellationToken.None);
        Assert.Null(bought.Refusal);
    }
}
