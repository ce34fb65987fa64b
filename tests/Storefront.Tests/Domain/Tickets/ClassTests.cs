using Storefront.Domain.Tickets;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Tickets;

public class ClassTests
{
    [Theory]
    [InlineData(Urgency.High, Impact.High, "Q1")]
    [InlineData(Urgency.High, Impact.Low, "Q2")]
    [InlineData(Urgency.Low, Impact.High, "Q3")]
    [InlineData(Urgency.Low, Impact.Low, "Q4")]
    public void FLU_12_Urgency_and_impact_propose_the_class(Urgency urgency, Impact impact, string expected) =>
        Assert.Equal(expected, ClassProposal.Propose(Desk.Flunt, "support", urgency, impact).Value.Key);

    [Fact]
    public void FLU_12_Without_answers_nothing_is_proposed() =>
        Assert.IsType<ClassAnswersMissing>(ClassProposal.Propose(Desk.Flunt, "support", Urgency.High, null).Refusal);

    [Fact]
    public void A_kind_the_house_does_not_have_is_refused_naming_those_it_has()
    {
        var refusal = Assert.IsType<UnknownTicketKind>(ClassProposal.Propose(Desk.Flunt, "magic", Urgency.Low, Impact.Low).Refusal);
        Assert.Equal<string>(["support", "development"], refusal.Known);
    }

    [Fact]
    public void FEN_09_A_rule_by_kind_goes_before_the_general_ones_and_needs_no_answers()
    {
        var policy = Desk.Flunt with { Proposal = [new ProposalRule("development", null, null, "Q3"), .. Desk.Flunt.Proposal] };
        Assert.Equal("Q3", ClassProposal.Propose(policy, "development", null, null).Value.Key);
        Assert.Equal("Q1", ClassProposal.Propose(policy, "support", Urgency.High, Impact.High).Value.Key);
    }

    [Fact]
    public void FLU_13_The_house_changes_the_class_with_a_reason_and_both_stay_visible()
    {
        var ticket = Desk.Open(InSantiago(2026, 11, 16, 10));
        Assert.False(ticket.ClassConfirmed);

        var change = TicketRules.Classify(ticket, Desk.Flunt, "Q2", "  Another payment method works ", InSantiago(2026, 11, 16, 11)).Value;
        Assert.Equal(
            ("Q1", "Q2", true, "Another payment method works"),
            (change.Ticket.ProposedClassKey, change.Ticket.ClassKey, change.Ticket.ClassConfirmed, change.Ticket.ClassReason));
        Assert.Equal<TicketEvent>([new TicketClassified(InSantiago(2026, 11, 16, 11), "Q1", "Q2", Changed: true, "Another payment method works")], change.Events);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void FLU_13_A_change_without_a_reason_is_refused_a_confirmation_is_not(string? reason)
    {
        var ticket = Desk.Open(InSantiago(2026, 11, 16, 10));
        var now = InSantiago(2026, 11, 16, 11);
        Assert.IsType<ClassReasonMissing>(TicketRules.Classify(ticket, Desk.Flunt, "Q2", reason, now).Refusal);

        var confirmed = TicketRules.Classify(ticket, Desk.Flunt, "Q1", reason, now).Value;
        Assert.True(confirmed.Ticket.ClassConfirmed);
        Assert.Equal<TicketEvent>([new TicketClassified(now, "Q1", "Q1", Changed: false, Reason: null)], confirmed.Events);
    }

    [Fact]
    public void A_class_the_house_does_not_have_and_a_closed_ticket_are_refused()
    {
        var now = InSantiago(2026, 11, 16, 10);
        var ticket = Desk.Open(now);
        Assert.IsType<UnknownTicketClass>(TicketRules.Classify(ticket, Desk.Flunt, "Q9", "Because", now).Refusal);
        Assert.IsType<TicketNotOpen>(
            TicketRules.Classify(ticket.Move(TicketStatus.Closed, now), Desk.Flunt, "Q2", "Because", now).Refusal);
    }
}
