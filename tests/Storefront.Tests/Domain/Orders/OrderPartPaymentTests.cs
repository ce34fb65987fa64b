using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Orders;

/// <summary>Orders that several payments pay: a deposit and a balance, or as much as came.</summary>
public class OrderPartPaymentTests
{
    private static readonly Instant Placed = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly Instant Expires = Placed + Duration.FromDays(15);
    private static readonly Money Total = new(1_428_000_01, Currency.Cop);
    private static readonly Money Deposit = new(714_000_01, Currency.Cop);
    private static readonly OrderState Waiting = OrderState.Place(OrderId.New(Placed), Total, Placed, Expires, Deposit);

    [Fact]
    public void SEN_10_First_the_deposit_is_due_and_the_balance_when_it_is_asked_for()
    {
        Assert.Equal((Deposit, Total, false), (Waiting.DueNow, Waiting.Left, Waiting.IsCovered));

        var begun = Waiting.Receive(Deposit, Placed).Value;
        Assert.Equal((true, false, Money.Zero(Currency.Cop)), (begun.HasCovered, begun.IsPaid, begun.Surplus));
        Assert.Equal((OrderStatus.AwaitingPayment, Money.Zero(Currency.Cop)), (begun.Order.Status, begun.Order.DueNow));

        var delivered = Placed + Duration.FromDays(40);
        var asked = begun.Order.AskBalance(delivered);
        Assert.Equal((Total - Deposit, delivered), (asked.DueNow, asked.BalanceDueAt));
        Assert.Same(asked, asked.AskBalance(delivered + Duration.FromDays(1)));

        var paid = asked.Receive(Total - Deposit, delivered).Value;
        Assert.Equal((true, false, OrderStatus.Paid, Total), (paid.IsPaid, paid.HasCovered, paid.Order.Status, paid.Order.Paid));
        Assert.Equal(delivered, paid.Order.SettledAt);
        Assert.Same(paid.Order, paid.Order.AskBalance(delivered));
    }

    [Fact]
    public void Payments_of_any_size_add_up_to_the_total_to_the_minor_unit()
    {
        var order = Waiting;
        var random = new Random(10);
        var applied = Money.Zero(Currency.Cop);
        var covered = 0;
        while (order.Status == OrderStatus.AwaitingPayment)
        {
            var payment = new Money(random.NextInt64(1, 90_000_00), Currency.Cop);
            var receipt = order.Receive(payment, Placed).Value;
            Assert.Equal(payment, receipt.Applied + receipt.Surplus);
            Assert.Equal(order.Left - receipt.Applied, receipt.Order.Left);
            Assert.True(receipt.Surplus.IsZero || receipt.IsPaid);
            applied += receipt.Applied;
            covered += receipt.HasCovered ? 1 : 0;
            order = receipt.Order;
        }

        Assert.Equal((Total, Total, 1), (applied, order.Paid, covered));
    }

    [Fact]
    public void What_is_more_than_was_owed_is_given_back_to_keep()
    {
        var receipt = Waiting.Receive(Total + Deposit, Placed).Value;
        Assert.Equal((Total, Deposit, true), (receipt.Applied, receipt.Surplus, receipt.IsPaid));
    }

    [Fact]
    public void Less_than_the_deposit_keeps_the_order_open_and_begins_nothing()
    {
        var receipt = Waiting.Receive(new Money(1, Currency.Cop), Placed).Value;
        Assert.Equal((false, Deposit - new Money(1, Currency.Cop)), (receipt.HasCovered, receipt.Order.DueNow));

        // Money came: the rest can be paid however late it is.
        Assert.Equal(OrderStatus.AwaitingPayment, receipt.Order.AsOf(Expires + Duration.FromDays(30)).Status);
        Assert.True(receipt.Order.Receive(Total, Expires + Duration.FromDays(30)).Value.IsPaid);
        Assert.Equal(new OrderPartlyPaid(Waiting.Id, new Money(1, Currency.Cop)), receipt.Order.Cancel(Placed).Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_or_less_is_no_payment(long units) =>
        Assert.Equal(new PaymentAmountMismatch(Waiting.Id, Total, new Money(units, Currency.Cop)), Waiting.Receive(new Money(units, Currency.Cop), Placed).Refusal);

    [Fact]
    public void Another_currency_is_refused_for_any_part()
    {
        var dollars = new Money(Deposit.MinorUnits, Currency.Usd);
        Assert.Equal(new PaymentCurrencyMismatch(Waiting.Id, Total, dollars), Waiting.Receive(dollars, Placed).Refusal);
    }

    [Fact]
    public void Paid_twice_is_refused_and_after_it_expired_only_what_was_paid_in_time_counts()
    {
        var paid = Waiting.Receive(Total, Placed).Value.Order;
        Assert.Equal(new OrderAlreadyPaid(Waiting.Id, Placed), paid.Receive(Total, Placed).Refusal);

        var expired = Waiting.AsOf(Expires);
        Assert.Equal(new OrderExpired(Waiting.Id, Expires), expired.Receive(Deposit, Expires).Refusal);
        var late = expired.Receive(Deposit, Expires - Duration.FromMinutes(1)).Value;
        Assert.Equal((true, OrderStatus.AwaitingPayment, (Instant?)null), (late.HasCovered, late.Order.Status, late.Order.SettledAt));
    }

    [Fact]
    public void Money_that_went_back_is_owed_again()
    {
        var paid = Waiting.Receive(Deposit, Placed).Value.Order.Receive(Total - Deposit, Placed).Value.Order;
        var returned = paid.TakeBack(Total - Deposit);
        Assert.Equal((OrderStatus.AwaitingPayment, Deposit, true), (returned.Status, returned.Paid, returned.IsCovered));
        var nothing = returned.TakeBack(Total);
        Assert.Equal((Money.Zero(Currency.Cop), Deposit, false), (nothing.Paid, nothing.DueNow, nothing.IsCovered));
        Assert.Equal(OrderStatus.AwaitingPayment, nothing.AsOf(Expires + Duration.FromDays(1)).Status);
        Assert.Same(nothing, nothing.TakeBack(Total));
    }

    [Fact]
    public void What_the_house_gave_back_in_part_is_owed_again_and_given_back_whole_it_is_nobodys_debt()
    {
        var paid = Waiting.Receive(Total, Placed).Value.Order;
        var later = Placed + Duration.FromDays(40);
        var part = paid.GiveBack(Deposit, later);
        Assert.Equal((OrderStatus.AwaitingPayment, Deposit), (part.Status, part.Left));

        foreach (var ended in (OrderState[])[part.GiveBack(Total, later), paid.GiveBack(Total, later)])
        {
            Assert.Equal((OrderStatus.Refunded, Money.Zero(Currency.Cop), later), (ended.Status, ended.DueNow, ended.SettledAt!.Value));
            Assert.Equal(new OrderRefunded(Waiting.Id, later), ended.Receive(Deposit, later).Refusal);
            Assert.Equal(new OrderRefunded(Waiting.Id, later), ended.Cancel(later).Refusal);
            Assert.Same(ended, ended.GiveBack(Deposit, later));
            Assert.Same(ended, ended.Reopen());
        }
    }

    [Fact]
    public void SEN_10_A_packages_parts_are_its_total_to_the_minor_unit()
    {
        var package = HandbookCatalogue.Load("sense").Value.FindPackage("landing")!;
        var price = package.PriceIn(Currency.Cop)!;
        var parts = package.SplitOf(price.Total).ToList();
        Assert.Equal([PartDue.Order, PartDue.Delivery], parts.Select(part => part.Part.Due));
        Assert.Equal(price.Total, parts[0].Amount + parts[1].Amount);
        Assert.Equal(new Money(714_000_00, Currency.Cop), parts[0].Amount);
    }

    [Fact]
    public void A_part_that_is_none_cannot_be_placed()
    {
        Assert.Throws<ArgumentException>(() => OrderState.Place(OrderId.New(Placed), Total, Placed, null, Total + Deposit));
        Assert.Throws<ArgumentException>(() => OrderState.Place(OrderId.New(Placed), Total, Placed, null, new Money(-1, Currency.Cop)));
    }
}
