using NodaTime;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Quotes;

public class WorkCoverTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 12, 0);

    [Fact]
    public void FEN_13_Sixty_minutes_are_done_without_a_quote_sixty_one_need_one()
    {
        var house = Loaded.Fenicio.Quotes;

        Assert.Equal(WorkCover.None, WorkCover.Of(house, null, 0, 0, 60, 60).Value);
        Assert.Equal(new QuoteNeeded(60, 0), WorkCover.Of(house, null, 0, 0, 61, 61).Refusal);
        Assert.Equal(WorkCover.None, WorkCover.Of(house, null, 0, 45, 15, 15).Value);
        Assert.Equal(new QuoteNeeded(60, 45), WorkCover.Of(house, null, 0, 45, 16, 16).Refusal);
    }

    [Fact]
    public void FEN_13_The_size_of_the_work_counts_not_what_a_call_out_costs() =>
        Assert.Equal(WorkCover.None, WorkCover.Of(Loaded.Fenicio.Quotes, null, 0, 0, 45, 90).Value);

    [Fact]
    public void FEN_13_Free_work_needs_no_quote_and_takes_nothing_of_one()
    {
        Assert.Equal(WorkCover.None, WorkCover.Of(Loaded.Fenicio.Quotes, null, 0, 60, 400, 0).Value);
        Assert.Equal(WorkCover.None, WorkCover.Of(Loaded.Fenicio.Quotes, Approved(QuoteOffer.InHours(60)), 60, 0, 400, 0).Value);
    }

    [Fact]
    public void A_house_that_asks_for_none_does_any_work_without() =>
        Assert.Equal(WorkCover.None, WorkCover.Of(Loaded.Flunt.Quotes, null, 0, 5000, 1440, 1440).Value);

    [Fact]
    public void Work_goes_up_to_the_minutes_of_the_quote_and_not_beyond()
    {
        var quote = Approved(QuoteOffer.InHours(180));

        Assert.Equal(new WorkCover(quote.Id, false, 80), WorkCover.Of(Loaded.Fenicio.Quotes, quote, 100, 0, 80, 80).Value);
        Assert.Equal(new QuoteCapReached(180, 80), WorkCover.Of(Loaded.Fenicio.Quotes, quote, 100, 0, 81, 81).Refusal);
        Assert.Equal(new QuoteCapReached(180, 0), WorkCover.Of(Loaded.Flunt.Quotes, quote, 190, 0, 1, 1).Refusal);
    }

    [Fact]
    public void What_a_call_out_costs_counts_towards_hours_and_what_was_worked_towards_money()
    {
        var hours = Approved(QuoteOffer.InHours(100));
        var money = Approved(QuoteOffer.AtPrice(100, new Money(100, Currency.Parse("COP"))));

        Assert.Equal(new QuoteCapReached(100, 100, 120), WorkCover.Of(Loaded.Fenicio.Quotes, hours, 0, 0, 60, 120).Refusal);
        Assert.Equal(new WorkCover(money.Id, true, 60), WorkCover.Of(Loaded.Flunt.Quotes, money, 0, 0, 60, 0).Value);
    }

    [Fact]
    public void ALF_08_Work_quoted_in_money_is_covered_once_it_was_paid()
    {
        var money = Approved(QuoteOffer.AtPrice(100, new Money(100, Currency.Parse("BRL"))));

        Assert.Equal(new QuoteNotPaid(), WorkCover.Of(Loaded.Alfinet.Quotes, money, 0, 0, 60, 0).Refusal);
        Assert.Equal(new WorkCover(money.Id, true, 60), WorkCover.Of(Loaded.Alfinet.Quotes, QuoteRules.Pay(money), 0, 0, 60, 0).Value);
    }

    private static Quote Approved(QuoteOffer offer) => new(
        QuoteId.New(Now), 1, offer, Now, Now, offer.Settlement == QuoteSettlement.Hours ? QuoteStatus.Approved : QuoteStatus.ToBePaid, Now);
}
