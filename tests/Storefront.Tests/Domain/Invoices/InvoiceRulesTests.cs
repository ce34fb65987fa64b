using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Invoices;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Tests.Domain.Invoices;

public sealed class InvoiceRulesTests
{
    private static readonly BusinessCalendar Flunt = Handbooks.Load("flunt").Calendar;
    private static readonly TaxRate Vat = new(1900);

    [Theory]
    [InlineData("2026-11-05T15:00:00", "2026-11-10")]
    [InlineData("2026-11-02T09:00:00", "2026-11-05")]
    [InlineData("2026-11-06T23:30:00", "2026-11-11")]
    [InlineData("2026-11-07T12:00:00", "2026-11-11")]
    [InlineData("2026-12-23T12:00:00", "2026-12-29")]
    public void FLU_20_The_invoice_is_due_three_business_days_after_the_day_of_the_payment(string paid, string due)
    {
        var paidAt = LocalDateTime.FromDateTime(DateTime.Parse(paid, System.Globalization.CultureInfo.InvariantCulture)).InZoneLeniently(Flunt.Zone).ToInstant();

        Assert.Equal(due, InvoiceRules.DueOn(paidAt, Flunt, 3).ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void FLU_20_It_is_late_only_when_its_last_day_has_passed()
    {
        var due = new LocalDate(2026, 11, 10);

        Assert.False(InvoiceRules.IsOverdue(due, due));
        Assert.True(InvoiceRules.IsOverdue(due, due.PlusDays(1)));
    }

    [Fact]
    public void FLU_20_Nothing_paid_and_what_settles_nothing_need_no_invoice()
    {
        Assert.False(InvoiceRules.IsOwed(Money.Zero(Currency.Clp), settlesSomething: true));
        Assert.False(InvoiceRules.IsOwed(new Money(1, Currency.Clp), settlesSomething: false));
        Assert.True(InvoiceRules.IsOwed(new Money(1, Currency.Clp), settlesSomething: true));
    }

    [Theory]
    [InlineData(714_000, 600_000)]
    [InlineData(1, 1)]
    [InlineData(100, 84)]
    public void The_tax_in_a_payment_is_what_was_added_to_its_net_price(long total, long net)
    {
        var amounts = InvoiceAmounts.Of(new Money(total, Currency.Clp), Vat);

        Assert.Equal((net, total), (amounts.Net.MinorUnits, amounts.Total.MinorUnits));
    }

    [Fact]
    public void What_is_on_credit_notes_is_not_credited_again()
    {
        var (refunded, none) = (new Money(300, Currency.Clp), Money.Zero(Currency.Clp));

        Assert.Equal(refunded, InvoiceRules.Uncredited(refunded, none));
        Assert.Equal(new Money(100, Currency.Clp), InvoiceRules.Uncredited(refunded, new Money(200, Currency.Clp)));
        Assert.Null(InvoiceRules.Uncredited(refunded, refunded));
    }

    [Fact]
    public void A_document_is_issued_once_and_a_credit_note_after_its_invoice()
    {
        Assert.Null(InvoiceRules.EnsureIssuable(number: null, correctsIssued: true).Refusal);
        Assert.Equal(new InvoiceAlreadyIssued(7), InvoiceRules.EnsureIssuable(7, correctsIssued: true).Refusal);
        Assert.Equal(new InvoiceFirst(), InvoiceRules.EnsureIssuable(number: null, correctsIssued: false).Refusal);
    }

    [Fact]
    public void Numbers_are_written_with_the_house_s_prefix() => Assert.Equal(
        ("F-000042", "NC-1234567"),
        (InvoiceNumbering.Default.Write(InvoiceKind.Invoice, 42), InvoiceNumbering.Default.Write(InvoiceKind.CreditNote, 1_234_567)));
}
