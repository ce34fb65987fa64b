using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Tickets;

/// <summary>ALF-07 on Alfinet's own handbook: analysis within 48 clock hours.</summary>
public class AnalysisTests
{
    private static readonly Handbook Alfinet = Loaded.Alfinet;
    private static readonly Instant Friday = new LocalDateTime(2026, 11, 6, 17, 0).InZoneStrictly(Alfinet.Zone).ToInstant();

    [Fact]
    public void ALF_07_Analysis_is_due_48_clock_hours_after_opening_whatever_the_day()
    {
        var target = Analysis(Open(), Friday);
        Assert.Equal((TargetState.Running, Friday + Duration.FromHours(48), true), (target.State, target.DueAt!.Value, target.DueWhileClosed));
    }

    [Theory]
    [InlineData(TicketStatus.AwaitingApproval)]
    [InlineData(TicketStatus.Planned)]
    [InlineData(TicketStatus.Resolved)]
    public void ALF_07_It_is_met_by_its_outcome(TicketStatus outcome)
    {
        var assessing = TicketRules.Move(Open(), Alfinet.Tickets, TicketStatus.Assessing, TicketActor.Staff, Friday + Duration.FromHours(2)).Value.Ticket;
        var met = Friday + Duration.FromHours(20);
        var target = Analysis(TicketRules.Move(assessing, Alfinet.Tickets, outcome, TicketActor.Staff, met).Value.Ticket, Friday + Duration.FromHours(60));
        Assert.Equal((TargetState.Met, met), (target.State, target.MetAt!.Value));
    }

    [Fact]
    public void ALF_07_ALF_09_Returned_for_clarification_it_stands_still()
    {
        var asked = TicketRules.Move(Open(), Alfinet.Tickets, TicketStatus.WaitingForCustomer, TicketActor.Staff, Friday + Duration.FromHours(8)).Value.Ticket;
        Assert.Equal(TargetState.Paused, Analysis(asked, Friday + Duration.FromHours(90)).State);
        var answered = TicketRules.Reply(asked, TicketActor.Customer, Friday + Duration.FromHours(90)).Value.Ticket;
        Assert.Equal(Friday + Duration.FromHours(130), Analysis(answered, Friday + Duration.FromHours(90)).DueAt);
    }

    private static TicketState Open() => TicketRules.Open(TicketId.New(Friday), Alfinet.Tickets, "evolution", null, null, Friday).Value.Ticket;

    private static TargetProgress Analysis(TicketState ticket, Instant now) =>
        Targets.Of(Alfinet.Tickets.Targets, ticket, planKey: null, Alfinet.Calendar, now).Single(target => target.Kind == TargetKind.Analysis);
}
