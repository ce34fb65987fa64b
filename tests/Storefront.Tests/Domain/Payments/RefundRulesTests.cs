using Storefront.Domain.Payments;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Payments;

public sealed class RefundRulesTests
{
    [Theory]
    [InlineData(100, 0, 0, 0, 0, 100)]
    [InlineData(100, 30, 20, 0, 0, 50)]
    [InlineData(100, 0, 0, 40, 40, 100)]
    [InlineData(100, 0, 0, 40, 10, 70)]
    [InlineData(100, 60, 40, 0, 0, 0)]
    [InlineData(100, 80, 0, 40, 0, 0)]
    public void What_is_left_to_give_back_is_neither_on_its_way_nor_spent(long amount, long refunded, long asked, long credited, long credit, long left) =>
        Assert.Equal(Clp(left), RefundRules.Left(Clp(amount), Clp(refunded), Clp(asked), Clp(credited), Clp(credit)));

    [Theory]
    [InlineData(null, 50L, null)]
    [InlineData("", 50L, null)]
    [InlineData("20", 20L, null)]
    [InlineData("50", 50L, null)]
    [InlineData("51", null, "REFUND_BEYOND_PAYMENT")]
    [InlineData("0", null, "NOTICE_AMOUNT_NOT_VALID")]
    [InlineData("-1", null, "NOTICE_AMOUNT_NOT_VALID")]
    [InlineData("1.5", null, "NOTICE_AMOUNT_NOT_VALID")]
    [InlineData("a lot", null, "NOTICE_AMOUNT_NOT_VALID")]
    [InlineData("999999999999999999999999", null, "NOTICE_AMOUNT_NOT_VALID")]
    public void An_amount_is_given_back_within_what_is_left(string? text, long? amount, string? refusal)
    {
        var read = RefundRules.Read(text, Clp(50));
        Assert.Equal(refusal, read.Refusal?.Code);
        Assert.Equal(amount, read.IsRefused ? null : read.Value.MinorUnits);
        Assert.Equal("REFUND_BEYOND_PAYMENT", RefundRules.Read(text: null, Clp(0)).Refusal?.Code);
    }

    [Theory]
    [InlineData(50, 0, 100, 0)]
    [InlineData(50, 40, 100, 40)]
    [InlineData(50, 40, 10, 10)]
    [InlineData(5, 40, 100, 5)]
    public void Credit_that_the_payment_left_behind_goes_back_first(long amount, long credited, long credit, long fromCredit) =>
        Assert.Equal(Clp(fromCredit), RefundRules.FromCredit(Clp(amount), Clp(credited), Clp(credit)));

    private static Money Clp(long amount) => new(amount, Currency.Clp);
}
