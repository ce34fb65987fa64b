using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Orders;

public class OrderStateTests
{
    private static readonly Instant Placed = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly Instant Expires = Placed + Duration.FromDays(7);
    private static readonly Money Total = new(3_855_600, Currency.Clp);
    private static readonly OrderState Waiting = OrderState.Place(OrderId.New(Placed), Total, Placed, Expires);

    [Fact]
    public void The_exact_payment_settles_an_order()
    {
        var paidAt = Placed + Duration.FromMinutes(3);
        var paid = Waiting.Pay(Total, paidAt).Value;
        Assert.Equal(OrderStatus.Paid, paid.Status);
        Assert.Equal(paidAt, paid.SettledAt);
    }

    [Theory]
    [InlineData(3_855_599)]
    [InlineData(3_855_601)]
    [InlineData(0)]
    [InlineData(-3_855_600)]
    public void Another_amount_is_refused_with_both(long units)
    {
        var payment = new Money(units, Currency.Clp);
        Assert.Equal(new PaymentAmountMismatch(Waiting.Id, Total, payment), Waiting.Pay(payment, Placed).Refusal);
    }

    [Fact]
    public void The_same_number_in_another_currency_is_refused_with_both()
    {
        var payment = new Money(Total.MinorUnits, Currency.Usd);
        Assert.Equal(new PaymentCurrencyMismatch(Waiting.Id, Total, payment), Waiting.Pay(payment, Placed).Refusal);
    }

    [Fact]
    public void An_order_that_was_paid_cannot_be_paid_again_or_canceled()
    {
        var paid = Waiting.Pay(Total, Placed).Value;
        Assert.Equal(new OrderAlreadyPaid(paid.Id, Placed), paid.Pay(Total, Placed + Duration.FromHours(1)).Refusal);
        Assert.Equal(new OrderAlreadyPaid(paid.Id, Placed), paid.Cancel(Placed).Refusal);
        Assert.Same(paid, paid.AsOf(Expires));
    }

    [Fact]
    public void An_order_is_payable_until_the_instant_it_expires()
    {
        Assert.False(Waiting.EnsurePayable(Expires - Duration.Epsilon).IsRefused);
        Assert.Equal(new OrderExpired(Waiting.Id, Expires), Waiting.EnsurePayable(Expires).Refusal);
        Assert.Equal(new OrderExpired(Waiting.Id, Expires), Waiting.Pay(Total, Expires).Refusal);
        Assert.Equal(OrderStatus.AwaitingPayment, Waiting.AsOf(Expires - Duration.Epsilon).Status);
        Assert.Equal(OrderStatus.Expired, Waiting.AsOf(Expires).Status);
    }

    [Fact]
    public void COM_05_A_payment_made_in_time_counts_although_it_became_known_too_late()
    {
        var expired = Waiting.AsOf(Expires + Duration.FromDays(1));
        Assert.Equal(OrderStatus.Paid, expired.Pay(Total, Expires - Duration.FromSeconds(1)).Value.Status);
        Assert.Equal(new OrderExpired(Waiting.Id, Expires), expired.Pay(Total, Expires).Refusal);
    }

    [Fact]
    public void An_order_that_was_canceled_takes_no_payment()
    {
        var canceled = Waiting.Cancel(Placed).Value;
        Assert.Equal(new OrderCanceled(canceled.Id, Placed), canceled.Pay(Total, Placed).Refusal);
        Assert.Equal(new OrderCanceled(canceled.Id, Placed), canceled.Cancel(Placed).Refusal);
        Assert.Equal(OrderStatus.Canceled, canceled.AsOf(Expires).Status);
    }

    [Fact]
    public void An_expired_order_cannot_be_canceled()
    {
        Assert.IsType<OrderExpired>(Waiting.AsOf(Expires).Cancel(Expires).Refusal);
    }

    [Fact]
    public void An_order_of_nothing_is_paid_with_nothing_the_same_way()
    {
        var free = OrderState.Place(OrderId.New(Placed), Money.Zero(Currency.Clp), Placed, expiresAt: null);
        Assert.Equal(OrderStatus.Paid, free.Pay(Money.Zero(Currency.Clp), Placed).Value.Status);
        Assert.Equal(OrderStatus.AwaitingPayment, free.AsOf(Placed + Duration.FromDays(4000)).Status);
    }

    [Fact]
    public void An_order_of_less_than_nothing_or_that_is_over_at_once_cannot_be_placed()
    {
        Assert.Throws<ArgumentException>(() => OrderState.Place(OrderId.New(Placed), new Money(-1, Currency.Clp), Placed, null));
        Assert.Throws<ArgumentException>(() => OrderState.Place(OrderId.New(Placed), Total, Placed, Placed));
    }
}
