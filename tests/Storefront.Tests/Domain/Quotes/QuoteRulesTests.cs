using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans.Rates;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Tests.Domain.Houses;
using Storefront.Tests.Domain.Tickets;

namespace Storefront.Tests.Domain.Quotes;

public class QuoteRulesTests
{
    private static readonly DateTimeZone Montevideo = Loaded.Fenicio.Zone;
    private static readonly Instant Issued = new LocalDateTime(2026, 11, 2, 16, 30).InZoneStrictly(Montevideo).ToInstant();
    private static readonly QuoteApprover Anybody = new("Ana", null);

    [Fact]
    public void FEN_14_A_quote_can_be_approved_to_the_end_of_its_thirtieth_day_and_not_on_day_31()
    {
        var quotes = Issue(120);
        var last = new LocalDateTime(2026, 12, 2, 23, 59).InZoneStrictly(Montevideo).ToInstant();
        var over = new LocalDateTime(2026, 12, 3, 0, 0).InZoneStrictly(Montevideo).ToInstant();

        Assert.Equal(QuoteStatus.Approved, Approve(quotes, last).Value.Quote.Status);
        Assert.Equal(new QuoteExpired(over), Approve(quotes, over).Refusal);
        Assert.Equal(QuoteStatus.Expired, QuoteRules.Settle(quotes.Open!, over).Status);
        Assert.Equal(over, QuoteRules.Settle(quotes.Open!, over + Duration.FromDays(3)).DecidedAt);
        Assert.Equal(QuoteStatus.Open, QuoteRules.Settle(quotes.Open!, last).Status);
    }

    [Fact]
    public void FEN_14_Across_daylight_saving_the_days_stay_whole_days_of_the_house()
    {
        var santiago = Loaded.Flunt.Zone;
        var issued = new LocalDateTime(2027, 3, 30, 9, 0).InZoneStrictly(santiago).ToInstant();

        var ends = QuoteRules.ExpiryOf(Loaded.Flunt.Quotes, santiago, issued);

        Assert.Equal(new LocalDateTime(2027, 4, 15, 0, 0), ends.InZone(santiago).LocalDateTime);
    }

    [Fact]
    public void ALF_02_A_quote_keeps_the_rate_of_the_day_it_was_issued_on()
    {
        var card = Loaded.Alfinet.RateCard!.Card;
        var brl = card.Base.Currency;
        var inApril = QuoteOffer.AtRate(90, card.RateOn(new LocalDate(2027, 4, 12)));
        var raised = new RateCard(new Money(30000, brl), card.Seasons);

        Assert.Equal(new Money(40000, brl), inApril.HourlyRate);
        Assert.Equal(new Money(60000, brl), inApril.Net);
        Assert.NotEqual(raised.RateOn(new LocalDate(2027, 4, 13)), inApril.HourlyRate);
        Assert.Equal(new Money(6667, brl), QuoteOffer.AtRate(20, card.Base).Net);
    }

    [Fact]
    public void A_new_version_takes_the_place_of_an_open_one_which_cannot_be_approved_any_more()
    {
        var first = Issue(120);
        var change = QuoteRules.Issue(Ticket(), first, QuoteId.New(Issued), QuoteOffer.InHours(180), 0, Loaded.Fenicio.Quotes, Montevideo, Issued).Value;
        var both = new TicketQuotes([change.Superseded!, change.Quote]);

        Assert.Equal((2, QuoteStatus.Open), (change.Quote.Version, change.Quote.Status));
        Assert.Equal(new QuoteSuperseded(2), QuoteRules.Approve(both, first.Versions[0].Id, Anybody, [], Issued).Refusal);
        Assert.Equal(QuoteStatus.Approved, QuoteRules.Approve(both, change.Quote.Id, Anybody, [], Issued).Value.Quote.Status);
    }

    [Fact]
    public void What_was_approved_stays_in_force_until_the_new_version_is_approved()
    {
        var agreed = Approve(Issue(120), Issued).Value.Quote;
        var raised = Next(new TicketQuotes([agreed]), QuoteOffer.InHours(240), used: 120).Value;

        Assert.Null(raised.Superseded);
        var both = new TicketQuotes([agreed, raised.Quote]);
        Assert.Equal(agreed, both.InForce);
        Assert.Equal(agreed, new TicketQuotes([agreed, QuoteRules.Decline(both, raised.Quote.Id, Issued).Value.Quote]).InForce);

        var approved = QuoteRules.Approve(both, raised.Quote.Id, Anybody, [], Issued).Value;
        Assert.Equal((QuoteStatus.Approved, QuoteStatus.Superseded), (approved.Quote.Status, approved.Superseded!.Status));
    }

    [Fact]
    public void A_new_version_is_not_below_what_was_worked_and_settled_in_the_same_way()
    {
        var agreed = new TicketQuotes([Approve(Issue(120), Issued).Value.Quote]);
        var usd = Currency.Parse("USD");

        Assert.Equal(new MinutesNotValid(90, QuoteRules.MostMinutes), Next(agreed, QuoteOffer.InHours(89), used: 90).Refusal);
        Assert.Equal(
            new QuoteSettlementFixed(QuoteSettlement.Hours), Next(agreed, QuoteOffer.AtPrice(240, new Money(9000, usd)), used: 90).Refusal);
    }

    [Fact]
    public void Approving_twice_is_approving_once_and_the_other_decisions_stand()
    {
        var approved = Approve(Issue(120), Issued).Value.Quote;
        var again = Approve(new TicketQuotes([approved]), Issued + Duration.FromDays(90)).Value;
        Assert.Equal((approved, null), (again.Quote, again.Superseded));

        var open = Issue(120);
        var declined = QuoteRules.Decline(open, open.Versions[0].Id, Issued).Value.Quote;
        Assert.Equal(new QuoteNotOpen(QuoteStatus.Declined), Approve(new TicketQuotes([declined]), Issued).Refusal);
        Assert.Equal(declined, QuoteRules.Decline(new TicketQuotes([declined]), declined.Id, Issued).Value.Quote);
        Assert.Equal(new QuoteNotOpen(QuoteStatus.Approved), QuoteRules.Withdraw(new TicketQuotes([approved]), approved.Id, Issued).Refusal);
    }

    [Fact]
    public void Approval_beyond_the_limit_says_whose_it_needs()
    {
        var quotes = Issue(181);
        QuoteApprover[] others = [new("Zoe", 180), new("Bruno", 181), new("Ana", null)];

        var refused = Assert.IsType<ApprovalBeyondLimit>(
            QuoteRules.Approve(quotes, quotes.Versions[0].Id, new QuoteApprover("Diego", 180), others, Issued).Refusal);

        Assert.Equal((180, 181), (refused.LimitMinutes, refused.QuoteMinutes));
        Assert.Equal(["Ana", "Bruno"], refused.Approvers.ToArray());
        Assert.Null(QuoteRules.Approve(quotes, quotes.Versions[0].Id, new QuoteApprover("Diego", 181), others, Issued).Refusal);
    }

    [Fact]
    public void Settled_in_money_it_ends_as_approved_to_be_paid_and_stays_so_when_the_ticket_closes()
    {
        var offer = QuoteOffer.AtPrice(300, new Money(250_000, Currency.Parse("COP")));
        var issued = Next(TicketQuotes.None, offer).Value.Quote;

        var approved = Approve(new TicketQuotes([issued]), Issued).Value.Quote;

        Assert.Equal((QuoteStatus.ToBePaid, true), (approved.Status, approved.IsInForce));
        Assert.Equal(QuoteStatus.ToBePaid, QuoteRules.Close(approved, Issued).Status);
        Assert.Equal(QuoteStatus.Settled, QuoteRules.Close(Approve(Issue(60), Issued).Value.Quote, Issued).Status);
        Assert.Equal(QuoteStatus.Withdrawn, QuoteRules.Close(issued, Issued).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(QuoteRules.MostMinutes + 1)]
    [InlineData(int.MinValue)]
    public void Absurd_minutes_are_refused(int minutes) =>
        Assert.IsType<MinutesNotValid>(Next(TicketQuotes.None, QuoteOffer.InHours(minutes)).Refusal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void Absurd_prices_are_refused(long minorUnits) => Assert.IsType<QuotePriceNotValid>(
        Next(TicketQuotes.None, QuoteOffer.AtPrice(60, new Money(minorUnits, Currency.Parse("COP")))).Refusal);

    [Theory]
    [InlineData(TicketStatus.Resolved)]
    [InlineData(TicketStatus.Closed)]
    public void Finished_work_is_not_quoted(TicketStatus status)
    {
        var ticket = Ticket().Move(TicketStatus.Resolved, Issued).Move(status, Issued);
        Assert.Equal(
            new TicketNotOpen(status),
            QuoteRules.Issue(ticket, TicketQuotes.None, QuoteId.New(Issued), QuoteOffer.InHours(60), 0, Loaded.Fenicio.Quotes, Montevideo, Issued).Refusal);
    }

    [Fact]
    public void A_ticket_that_waited_for_approval_goes_on_where_it_was_and_its_clock_with_it()
    {
        var planned = Ticket().Move(TicketStatus.Planned, Issued);
        var waiting = planned.Move(TicketStatus.AwaitingApproval, Issued + Duration.FromHours(1));

        var goesOn = TicketRules.EndApproval(waiting, TicketActor.Customer, Issued + Duration.FromHours(5));

        Assert.Equal((TicketStatus.Planned, null), (goesOn.Ticket.Status, goesOn.Ticket.ResumesTo));
        Assert.Equal(new TicketStatusChanged(Issued + Duration.FromHours(5), TicketStatus.AwaitingApproval, TicketStatus.Planned, TicketActor.Customer), goesOn.Events.Single());
        Assert.Contains(goesOn.Ticket.Segments, segment => segment is { Pause: PauseReason.AwaitingApproval } && segment.To - segment.From == Duration.FromHours(4));
        Assert.Empty(TicketRules.EndApproval(planned, TicketActor.Customer, Issued).Events);
    }

    private static TicketState Ticket() => Desk.Open(Issued - Duration.FromDays(1));

    private static TicketQuotes Issue(int minutes) => new([Next(TicketQuotes.None, QuoteOffer.InHours(minutes)).Value.Quote]);

    private static Result<QuoteChange> Next(TicketQuotes quotes, QuoteOffer offer, int used = 0) =>
        QuoteRules.Issue(Ticket(), quotes, QuoteId.New(Issued), offer, used, Loaded.Fenicio.Quotes, Montevideo, Issued);

    private static Result<QuoteChange> Approve(TicketQuotes quotes, Instant at) =>
        QuoteRules.Approve(quotes, quotes.Versions[0].Id, Anybody, [], at);
}
