using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Tests.Features.Desk;

namespace Storefront.Tests.Features.Checkout;

/// <summary>Packages that are paid in parts, on the ordinary payment page of the local Stripe.</summary>
public sealed class PackageDepositTests(SenseShop shop) : IClassFixture<SenseShop>
{
    private static readonly Money Total = new(1_428_000_00, Currency.Cop);
    private static readonly Money Half = new(714_000_00, Currency.Cop);

    [Fact]
    public async Task SEN_10_The_deposit_lets_the_project_begin_and_the_balance_is_paid_when_it_is_asked_for()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var order = (await buyer.StartAsync(PackageShop.Wish("landing"))).Value;
        Assert.Equal((Total, Half, (Instant?)null), Sums(await shop.ProjectAsync(buyer)));

        await Buyer.PayAsync(order);
        await buyer.SettleAsync();
        await buyer.SettleAsync();

        var begun = (await buyer.ReadOrderAsync(order.Reference)).ToDomain();
        Assert.Equal((OrderStatus.AwaitingPayment, Half, Half, true), (begun.Status, begun.Paid, begun.Left, begun.DueNow.IsZero));
        Assert.NotNull((await shop.ProjectAsync(buyer)).PaidAt);
        Assert.Equal("ORDER_NOTHING_DUE", (await PayAsync(buyer, order)).Refusal?.Code);
        Assert.Equal("ORDER_PARTLY_PAID", (await CancelAsync(buyer, order)).Refusal?.Code);

        await shop.WithOrderAsync(buyer, order.Reference, (scope, row) => OrderBalances.AskAsync(scope, row.Id, CancellationToken.None));
        using var browser = await PlainBrowser.SignInAsync(shop.Host, buyer.Email, Buyer.Password);
        await browser.OpenAsync($"/orders/{order.Reference}");
        Assert.Contains("The balance is due", browser.Text, StringComparison.Ordinal);

        var balance = (await PayAsync(buyer, order)).Value;
        Assert.NotEqual(order.Url, balance.Url);
        await Buyer.PayAsync(balance);
        await buyer.SettleAsync();

        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
        Assert.True((await shop.ProjectAsync(buyer)).IsFullyPaid);
        Assert.Equal($"Succeeded {Half}, Succeeded {Half}", (await buyer.ReadAsync()).Payments);
        await browser.OpenAsync($"/orders/{order.Reference}");
        Assert.Contains("Paid in full", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SEN_10_Parts_that_come_another_way_add_up_close_the_page_of_the_old_amount_and_leave_what_is_more()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var order = (await buyer.StartAsync(PackageShop.Wish("landing"))).Value;
        var received = await ReceiveAsync(buyer, order, new Money(14_000_00, Currency.Cop), "transfer:1");
        Assert.True(received.Surplus.IsZero);
        Assert.Null((await shop.ProjectAsync(buyer)).PaidAt);

        var rest = (await PayAsync(buyer, order)).Value;
        Assert.NotEqual(order.Url, rest.Url);
        await Buyer.PayAsync(rest);
        await buyer.SettleAsync();
        Assert.Equal(Half, (await buyer.ReadOrderAsync(order.Reference)).ToDomain().Paid);

        var last = await ReceiveAsync(buyer, order, Half + new Money(5, Currency.Cop), "transfer:2");
        Assert.Equal((Half, new Money(5, Currency.Cop), OrderStatus.Paid), (last.Applied, last.Surplus, last.Order.Status));

        await shop.WithOrderAsync(
            buyer, order.Reference, (scope, row) => buyer.Get<OrderSettlement>().TakeBackAsync(scope, row, Total, CancellationToken.None));
        Assert.Equal((OrderStatus.AwaitingPayment, Half), ((await buyer.ReadOrderAsync(order.Reference)).Status, (await buyer.ReadOrderAsync(order.Reference)).ToDomain().DueNow));
        Assert.Null((await shop.ProjectAsync(buyer)).PaidAt);
    }

    [Fact]
    public async Task An_order_of_nothing_takes_the_same_path_and_its_project_is_paid_at_once()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var paid = await buyer.StartAsync(PackageShop.Wish("landing"));
        var nothing = await shop.Host.Transactions.RunAsync<OrderId>(
            buyer.Account,
            async (scope, token) =>
            {
                var sold = await scope.Db.Set<Order>().FindAsync([buyer.Account, (await buyer.ReadOrderAsync(paid.Value.Reference)).Id], token);
                var zero = Money.Zero(Currency.Cop);
                var order = new Order
                {
                    AccountId = buyer.Account,
                    Id = OrderId.New(scope.Now),
                    Reference = "SENSE-GIFT",
                    PackageKey = "landing",
                    Interval = sold!.Interval,
                    HandbookVersion = sold.HandbookVersion,
                    Net = zero,
                    Tax = zero,
                    Total = zero,
                    PaymentMethod = "card",
                    Status = OrderStatus.AwaitingPayment,
                    OrderedBy = buyer.Viewer.UserId,
                    OrderedAt = scope.Now,
                };
                scope.Db.Add(order);
                await buyer.Get<OrderSettlement>().PlacedAsync(scope, order, token);
                return order.Id;
            },
            CancellationToken.None);
        Assert.Null(nothing.Refusal);

        var opened = (await PayAsync(buyer, paid.Value with { Reference = "SENSE-GIFT" })).Value;
        Assert.Equal((OrderStatus.Paid, (Uri?)null), (opened.Status, opened.Url));
    }

    [Fact]
    public async Task Not_paid_in_time_it_expires_and_withdrawn_it_cannot_be_paid()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var withdrawn = (await buyer.StartAsync(PackageShop.Wish("website", key: "a"))).Value;
        var late = (await buyer.StartAsync(PackageShop.Wish("website", key: "b"))).Value;
        Assert.Equal(late.Reference, (await buyer.StartAsync(PackageShop.Wish("website", key: "b"))).Value.Reference);

        Assert.Null((await CancelAsync(buyer, withdrawn)).Refusal);
        Assert.Equal("ORDER_CANCELED", (await PayAsync(buyer, withdrawn)).Refusal?.Code);
        await shop.Host.MoveClockAsync(Duration.FromDays(16));
        Assert.Equal("ORDER_EXPIRED", (await PayAsync(buyer, late)).Refusal?.Code);
    }

    private static (Money Total, Money DueWithOrder, Instant? PaidAt) Sums(Storefront.Domain.Projects.ProjectState project) =>
        (project.Total, project.DueWithOrder, project.PaidAt);

    private static Task<Result<CheckoutStarted>> PayAsync(Buyer buyer, CheckoutStarted order) =>
        buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None);

    private static Task<Result<Done>> CancelAsync(Buyer buyer, CheckoutStarted order) =>
        buyer.Get<CancelOrder>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None);

    private async Task<OrderReceived> ReceiveAsync(Buyer buyer, CheckoutStarted order, Money amount, string key)
    {
        OrderReceived? received = null;
        await shop.WithOrderAsync(
            buyer,
            order.Reference,
            async (scope, row) => received = (await buyer.Get<OrderSettlement>().ReceiveAsync(
                scope, row, amount, scope.Now, new FirstPayment(key), CancellationToken.None)).Value);
        return received!;
    }
}
