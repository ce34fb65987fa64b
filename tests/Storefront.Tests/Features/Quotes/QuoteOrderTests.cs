using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Checkout;
using Storefront.Features.Desk;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Quotes;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Quotes;

/// <summary>Quotes in money as orders, in a house that works when it was paid.</summary>
public sealed class QuoteOrderTests(AlfinetShop shop) : IClassFixture<AlfinetShop>
{
    private static readonly Viewer Staff = new(
        UserId.New(TestStore.Start), "Valentina", "valentina@alfinet.example", IsStaff: true, AccountId: null, Role: null, "en", Token: null);

    private int keys;

    [Fact]
    public async Task ALF_08_A_quote_becomes_an_order_told_by_mail_and_its_work_is_released_the_moment_it_is_paid()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var (ticket, quote) = await QuoteAsync(buyer, 120);
        using var browser = await PlainBrowser.SignInAsync(shop.Host, buyer.Email, Buyer.Password);
        await browser.OpenAsync($"/tickets/{ticket.Number}/quote");
        await browser.SubmitAsync("main form[action*='Approve']");
        var reference = browser.Location!.Split('/')[^1];
        await browser.FollowAsync();
        Assert.Contains("To pay now", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync($"/tickets/{ticket.Number}");
        Assert.Contains("We begin when it is paid", browser.Text, StringComparison.Ordinal);

        Assert.Contains((await MailsAsync(buyer)).Select(mail => mail.Body), body => body.Contains($"/orders/{reference}", StringComparison.Ordinal));
        Assert.Equal(QuoteStatus.ToBePaid, (await ReadAsync(quote)).Status);
        Assert.Equal(TicketStatus.AwaitingApproval, (await ReadTicketAsync(ticket)).Status);
        Assert.IsType<QuoteNotPaid>((await LogAsync(ticket)).Refusal);

        await Buyer.PayAsync((await buyer.Get<OpenPaymentPage>().HandleAsync(reference, buyer.Viewer, CancellationToken.None)).Value);
        await buyer.SettleAsync();
        await buyer.SettleAsync();

        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(reference)).Status);
        Assert.Equal(QuoteStatus.Paid, (await ReadAsync(quote)).Status);
        Assert.Equal(TicketStatus.Assessing, (await ReadTicketAsync(ticket)).Status);
        Assert.True((await LogAsync(ticket)).Value.InMoney);
        await browser.OpenAsync($"/tickets/{ticket.Number}/quote");
        Assert.Contains("Paid, work released", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_but_money_is_quoted_nobody_is_told_that_a_price_is_for_money()
    {
        var (ticket, _) = await QuoteAsync(await Buyer.OpenAsync(shop.Host), 60);
        using var desk = await PlainBrowser.SignInAsync(shop.Host, (await StaffMember.HireAsync(shop.Host)).Email, StaffMember.Password);
        await desk.OpenAsync($"/desk/tickets/{ticket.Number}/quote");

        Assert.StartsWith("Leave it empty for the minutes at today's rate", desk.Page.QuerySelector("#price-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(desk.Page.QuerySelectorAll("input[type=radio][name='Input.Settlement']"));
    }

    [Fact]
    public async Task Approving_twice_orders_once_and_withdrawing_the_order_is_a_no_to_the_quote()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var (ticket, quote) = await QuoteAsync(buyer, 60);
        Assert.Null((await ApproveAsync(buyer, quote)).Refusal);
        Assert.Null((await ApproveAsync(buyer, quote)).Refusal);
        var order = Assert.Single(await OrdersAsync(buyer));
        Assert.Equal(quote.Total, order.Total);

        Assert.Null((await buyer.Get<CancelOrder>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Refusal);
        Assert.Equal(QuoteStatus.Declined, (await ReadAsync(quote)).Status);
        Assert.Equal(TicketStatus.Assessing, (await ReadTicketAsync(ticket)).Status);
        Assert.Equal("ORDER_CANCELED", (await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Refusal?.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ALF_08_Given_all_its_money_back_a_quote_is_withdrawn_and_its_work_waits_for_another(int times)
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var (ticket, quote) = await QuoteAsync(buyer, 120);
        await ApproveAsync(buyer, quote);
        var order = Assert.Single(await OrdersAsync(buyer));
        await Buyer.PayAsync((await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Value);
        await buyer.SettleAsync();
        await buyer.SettleAsync();
        Assert.Equal(QuoteStatus.Paid, (await ReadAsync(quote)).Status);
        await using var db = shop.Host.Db();
        var payment = await db.Set<Payment>().SingleAsync(row => row.AccountId == buyer.Account);

        for (var time = 1; time <= times; time++)
        {
            var amount = time == times ? null : new Money(quote.Total.MinorUnits / times, quote.Total.Currency).ToDecimalString();
            var given = await buyer.Get<RefundPayment>().HandleAsync(
                new RefundPaymentInput(new PaymentKey(buyer.Account, payment.Id), amount, Reference: null, Reason: null, $"back-{time}"), Staff, CancellationToken.None);
            Assert.Null(given.Refusal);
            await buyer.SettleAsync();
            await buyer.SettleAsync();
        }

        Assert.Equal(OrderStatus.Refunded, (await buyer.ReadOrderAsync(order.Reference)).Status);
        Assert.Equal(QuoteStatus.Withdrawn, (await ReadAsync(quote)).Status);
        Assert.NotEqual(TicketStatus.AwaitingApproval, (await ReadTicketAsync(ticket)).Status);
    }

    [Fact]
    public async Task A_newer_version_asks_only_for_what_it_costs_more_than_what_was_paid()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var (ticket, first) = await QuoteAsync(buyer, 60);
        await ApproveAsync(buyer, first);
        var second = await IssueAsync(ticket, 90);
        await ApproveAsync(buyer, second);
        var orders = await OrdersAsync(buyer);
        Assert.Equal([OrderStatus.Canceled, OrderStatus.AwaitingPayment], orders.Select(order => order.Status));
        Assert.Equal(second.Total, orders[1].Total);
        await PayAsync(buyer, orders[1]);
        Assert.Equal(QuoteStatus.Paid, (await ReadAsync(second)).Status);

        var third = await IssueAsync(ticket, 120);
        await ApproveAsync(buyer, third);
        var more = (await OrdersAsync(buyer))[2];
        Assert.Equal(third.Total - second.Total, more.Total);
        await PayAsync(buyer, more);
        Assert.Equal((QuoteStatus.Superseded, QuoteStatus.Paid), ((await ReadAsync(second)).Status, (await ReadAsync(third)).Status));
    }

    [Fact]
    public async Task Not_paid_in_time_the_quote_runs_out_and_the_ticket_goes_on()
    {
        var buyer = await Buyer.OpenAsync(shop.Host);
        var (ticket, quote) = await QuoteAsync(buyer, 60);
        await ApproveAsync(buyer, quote);
        await shop.Host.MoveClockAsync(Duration.FromDays(16));
        Assert.Equal(OrderStatus.Expired, Assert.Single(await OrdersAsync(buyer)).Status);
        Assert.Equal(QuoteStatus.Expired, (await ReadAsync(quote)).Status);
        Assert.NotEqual(TicketStatus.AwaitingApproval, (await ReadTicketAsync(ticket)).Status);
    }

    private async Task<(Ticket Ticket, QuoteRow Quote)> QuoteAsync(Buyer buyer, int minutes)
    {
        var opened = (await buyer.Get<OpenTicket>().HandleAsync(
            TicketCustomer.Input(urgency: null, impact: null, key: $"open {++keys}") with { Kind = "evolution", Platform = null }, buyer.Viewer, CancellationToken.None)).Value;
        var key = new TicketKey(buyer.Account, opened.Id);
        Assert.Null((await buyer.Get<ChangeTicketStatus>().HandleAsync(key, TicketStatus.Assessing, Staff, CancellationToken.None)).Refusal);
        await using var db = shop.Host.Db();
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account && row.Id == opened.Id);
        return (ticket, await IssueAsync(ticket, minutes));
    }

    private async Task<QuoteRow> IssueAsync(Ticket ticket, int minutes)
    {
        var issued = await Get<IssueQuote>().HandleAsync(
            ticket.Key, new QuoteInput(QuoteSettlement.Money, minutes, "The work", null, null, $"issue {++keys}"), Staff, CancellationToken.None);
        Assert.Null(issued.Refusal);
        return issued.Value;
    }

    private Task<Result<QuoteRow>> ApproveAsync(Buyer buyer, QuoteRow quote) =>
        Get<ApproveQuote>().HandleAsync(quote.Id, $"approve {++keys}", buyer.Viewer, CancellationToken.None);

    private Task<Result<WorkLog>> LogAsync(Ticket ticket) =>
        Get<LogWork>().HandleAsync(ticket.Key, new WorkInput(30, "Done", null, $"log {++keys}"), Staff, CancellationToken.None);

    private static async Task PayAsync(Buyer buyer, Order order)
    {
        await Buyer.PayAsync((await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None)).Value);
        await buyer.SettleAsync();
    }

    private async Task<QuoteRow> ReadAsync(QuoteRow quote)
    {
        await using var db = shop.Host.Db();
        return await db.Set<QuoteRow>().AsNoTracking().SingleAsync(row => row.AccountId == quote.AccountId && row.Id == quote.Id);
    }

    private async Task<Ticket> ReadTicketAsync(Ticket ticket)
    {
        await using var db = shop.Host.Db();
        return await db.Set<Ticket>().AsNoTracking().SingleAsync(row => row.AccountId == ticket.AccountId && row.Id == ticket.Id);
    }

    private async Task<List<Order>> OrdersAsync(Buyer buyer)
    {
        await using var db = shop.Host.Db();
        return await db.Set<Order>().AsNoTracking().Where(order => order.AccountId == buyer.Account).OrderBy(order => order.Reference).ToListAsync();
    }

    private async Task<List<MailRow>> MailsAsync(Buyer buyer)
    {
        await using var db = shop.Host.Db();
        return await db.Set<MailRow>().AsNoTracking().Where(mail => mail.To == buyer.Email).ToListAsync();
    }

    private T Get<T>()
        where T : notnull => shop.Host.Services.GetService(typeof(T)) is T found ? found : throw new InvalidOperationException($"There is no {typeof(T)}.");
}
