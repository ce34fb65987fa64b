using NodaTime;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Domain.Payments;

public sealed class PaymentNoticeRulesTests
{
    private static readonly LocalDate Today = new(2026, 11, 5);

    [Theory]
    [InlineData("1200.50", null, 120_050L)]
    [InlineData("1200.5", "usd", 120_050L)]
    [InlineData("7", "USD", 700L)]
    public void TEC_03_An_amount_is_read_in_the_order_s_currency(string text, string? currency, long minorUnits) =>
        Assert.Equal(new Money(minorUnits, Currency.Usd), PaymentNoticeRules.ReadAmount(text, currency, Currency.Usd).Value);

    [Theory]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("1.234", null)]
    [InlineData("1,200", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("ten", null)]
    public void TEC_03_What_is_no_amount_is_refused(string? text, string? currency) =>
        Assert.IsType<NoticeAmountNotValid>(PaymentNoticeRules.ReadAmount(text, currency, Currency.Usd).Refusal);

    [Fact]
    public void TEC_03_Another_currency_is_refused_and_the_right_one_named() =>
        Assert.Equal(new NoticeCurrencyDiffers("COP"), PaymentNoticeRules.ReadAmount("100", "USD", Currency.Cop).Refusal);

    [Fact]
    public void TEC_03_A_payment_is_made_from_the_day_before_the_order_to_today()
    {
        var ordered = Today.PlusDays(-3);

        Assert.Null(PaymentNoticeRules.CheckDate(Today, ordered, Today).Refusal);
        Assert.Null(PaymentNoticeRules.CheckDate(ordered.PlusDays(-1), ordered, Today).Refusal);
        Assert.Equal(new PaidInTheFuture(Today.PlusDays(1)), PaymentNoticeRules.CheckDate(Today.PlusDays(1), ordered, Today).Refusal);
        Assert.Equal(new PaidBeforeOrder(new LocalDate(1026, 11, 5), ordered), PaymentNoticeRules.CheckDate(new LocalDate(1026, 11, 5), ordered, Today).Refusal);
    }

    [Theory]
    [InlineData("application/pdf", true)]
    [InlineData("image/png", true)]
    [InlineData("application/zip", false)]
    [InlineData("text/csv", false)]
    [InlineData("video/mp4", false)]
    public void TEC_03_Only_a_document_or_a_picture_proves_a_payment(string type, bool proves) =>
        Assert.Equal(!proves, PaymentNoticeRules.CheckProof("proof", type).Refusal is ProofNotADocument);

    [Theory]
    [InlineData(" 00-12 34/a ", "001234A")]
    [InlineData("—", null)]
    [InlineData(null, null)]
    public void TEC_03_References_are_one_however_they_are_written(string? written, string? key) => Assert.Equal(key, PaymentNoticeRules.KeyOf(written));

    [Fact]
    public void TEC_03_A_notice_is_decided_once_and_one_turned_down_can_still_be_found()
    {
        var pending = new PaymentNoticeState(PaymentNoticeId.New(TestStore.Start), PaymentNoticeStatus.Pending, new Money(100, Currency.Clp), Today);
        var confirmed = pending.Confirm(new Money(90, Currency.Clp)).Value;

        Assert.Equal(new NoticeDecidedAlready(PaymentNoticeStatus.Confirmed), confirmed.Confirm(new Money(90, Currency.Clp)).Refusal);
        Assert.Equal(new NoticeDecidedAlready(PaymentNoticeStatus.Confirmed), confirmed.Reject().Refusal);
        Assert.Equal(PaymentNoticeStatus.Confirmed, pending.Reject().Value.Confirm(new Money(90, Currency.Clp)).Value.Status);
        Assert.Equal(PaymentNoticeStatus.Reversed, confirmed.Reverse().Value.Status);
        Assert.IsType<NoticeDecidedAlready>(pending.Reverse().Refusal);
        Assert.IsType<NoticeAmountNotValid>(pending.Confirm(Money.Zero(Currency.Clp)).Refusal);
        Assert.IsType<NoticeCurrencyDiffers>(pending.Confirm(new Money(90, Currency.Usd)).Refusal);
    }

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(30, 100, 30)]
    [InlineData(130, 100, 100)]
    [InlineData(130, 0, 0)]
    public void TEC_03_Credit_pays_what_is_owed_as_far_as_it_goes(long credit, long owed, long used) =>
        Assert.Equal(used, CreditRules.Use(new Money(credit, Currency.Clp), new Money(owed, Currency.Clp)).MinorUnits);
}
