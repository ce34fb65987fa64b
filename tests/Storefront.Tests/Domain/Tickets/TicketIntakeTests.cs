using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Tickets;

/// <summary>What has to be known or given before work begins, and how an analysis ends, on the houses' own handbooks.</summary>
public class TicketIntakeTests
{
    private static readonly Handbook Alfinet = Loaded.Alfinet;
    private static readonly Handbook Flunt = Loaded.Flunt;
    private static readonly Instant Friday = new LocalDateTime(2026, 11, 6, 17, 0).InZoneStrictly(Alfinet.Zone).ToInstant();
    private static readonly LocalDate Today = new(2026, 11, 6);

    [Theory]
    [InlineData(AnalysisOutcome.Done, TicketStatus.Resolved, TargetState.Met)]
    [InlineData(AnalysisOutcome.Clarification, TicketStatus.WaitingForCustomer, TargetState.Paused)]
    [InlineData(AnalysisOutcome.Quote, TicketStatus.Assessing, TargetState.Met)]
    [InlineData(AnalysisOutcome.Unresolved, TicketStatus.Resolved, TargetState.Met)]
    [InlineData(AnalysisOutcome.Date, TicketStatus.Planned, TargetState.Met)]
    public void ALF_07_Each_of_the_five_outcomes_ends_the_analysis_and_answers_the_customer(AnalysisOutcome outcome, TicketStatus status, TargetState analysis)
    {
        Assert.Equal(Enum.GetValues<AnalysisOutcome>(), Alfinet.Intake.Outcomes);
        var concluded = Conclude(Open("evolution"), outcome, Today.PlusDays(4)).Value;

        Assert.Equal((status, Friday + Duration.FromHours(10)), (concluded.Ticket.Status, concluded.Ticket.FirstAnsweredAt!.Value));
        Assert.Contains(concluded.Events, happened => happened is AnalysisConcluded ended && ended.Outcome == outcome);
        Assert.Equal(analysis, TargetOf(concluded.Ticket, TargetKind.Analysis, Friday + Duration.FromHours(60)).State);
        Assert.Equal(outcome == AnalysisOutcome.Date ? Today.PlusDays(4) : null, concluded.Ticket.PlannedFor);
    }

    [Fact]
    public void ALF_07_An_expected_date_has_to_be_named_and_not_be_over()
    {
        Assert.Equal(new ExpectedDateMissing(Today), Conclude(Open("evolution"), AnalysisOutcome.Date, null).Refusal);
        Assert.Equal(new ExpectedDateMissing(Today), Conclude(Open("evolution"), AnalysisOutcome.Date, Today.PlusDays(-1)).Refusal);
        Assert.Null(Conclude(Open("evolution"), AnalysisOutcome.Date, Today).Refusal);
    }

    [Fact]
    public void ALF_07_What_is_over_is_not_analysed_and_a_house_without_outcomes_has_none()
    {
        var done = Conclude(Open("support"), AnalysisOutcome.Done, null).Value.Ticket;
        Assert.Equal(new TicketNotOpen(TicketStatus.Resolved), Conclude(done, AnalysisOutcome.Unresolved, null).Refusal);
        var flunt = TicketIntake.Conclude(Open("support"), Flunt.Intake, Flunt.Tickets, AnalysisOutcome.Done, null, Today, Friday);
        Assert.IsType<OutcomeNotOffered>(flunt.Refusal);
    }

    [Fact]
    public void ALF_11_E_mail_and_domains_wait_for_access_and_work_begins_only_once_it_is_granted()
    {
        var kind = Alfinet.Tickets.FindKind("email-domain")!;
        var opened = TicketIntake.Begin(TicketRules.Open(TicketId.New(Friday), Alfinet.Tickets, kind.Key, null, null, Friday).Value, kind, null, Friday).Ticket;
        Assert.Equal((TicketStatus.WaitingForCustomer, true), (opened.Status, opened.NeedsAccess));
        Assert.Equal(TargetState.Paused, TargetOf(opened, TargetKind.FirstAnswer, Friday + Duration.FromHours(30)).State);

        // A reply ends the waiting, and is not yet the access.
        var replied = TicketRules.Reply(opened, TicketActor.Customer, Friday + Duration.FromHours(1)).Value.Ticket;
        Assert.Equal(new AccessFirst("email-domain"), Move(replied, TicketStatus.InProgress).Refusal);
        Assert.DoesNotContain(TicketStatus.InProgress, TicketSteps.From(replied, kind, TicketActor.Staff));

        var later = Friday + Duration.FromHours(30);
        var granted = TicketIntake.GrantAccess(opened, later);
        Assert.Equal((TicketStatus.Open, false), (granted.Ticket.Status, granted.Ticket.NeedsAccess));
        Assert.Equal(later + Duration.FromHours(24), TargetOf(granted.Ticket, TargetKind.FirstAnswer, later).DueAt);
        Assert.Null(Move(granted.Ticket, TicketStatus.InProgress).Refusal);
        Assert.Empty(TicketIntake.GrantAccess(granted.Ticket, later).Events);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void FLU_27_An_integration_without_a_documented_API_is_first_checked_for_viability(bool? documented, bool isChecked)
    {
        var kind = Flunt.Tickets.FindKind("integration")!;
        var opened = TicketIntake.Begin(
            TicketRules.Open(TicketId.New(Friday), Flunt.Tickets, kind.Key, Urgency.Low, Impact.High, Friday).Value, kind, documented, Friday).Ticket;
        var assessing = TicketRules.Move(opened, Flunt.Tickets, TicketStatus.Assessing, TicketActor.Staff, Friday).Value.Ticket;

        var planned = TicketRules.Plan(assessing, Flunt.Tickets, Today, Today, Friday);

        Assert.Equal(isChecked, opened.NeedsViability);
        Assert.Equal(isChecked ? new ViabilityFirst("integration") : null, planned.Refusal);
    }

    [Fact]
    public void FLU_27_What_can_be_done_is_assessed_further_and_what_cannot_is_returned()
    {
        var kind = Flunt.Tickets.FindKind("integration")!;
        var opened = TicketIntake.Begin(
            TicketRules.Open(TicketId.New(Friday), Flunt.Tickets, kind.Key, Urgency.Low, Impact.High, Friday).Value, kind, null, Friday).Ticket;

        var viable = TicketIntake.AssessViability(opened, isViable: true, Friday).Value.Ticket;
        var not = TicketIntake.AssessViability(opened, isViable: false, Friday).Value.Ticket;

        Assert.Equal((TicketStatus.Assessing, false), (viable.Status, viable.NeedsViability));
        Assert.Null(TicketRules.Plan(viable, Flunt.Tickets, Today, Today, Friday).Refusal);
        Assert.Equal(TicketStatus.Resolved, not.Status);
        Assert.IsType<ViabilityNotAsked>(TicketIntake.AssessViability(viable, isViable: true, Friday).Refusal);
    }

    [Fact]
    public void ALF_10_Priority_can_be_asked_for_on_an_open_support_ticket_only()
    {
        Assert.True(TicketIntake.CanAskForPriority(Open("support"), Alfinet.Intake));
        Assert.False(TicketIntake.CanAskForPriority(Open("evolution"), Alfinet.Intake));
        Assert.False(TicketIntake.CanAskForPriority(Conclude(Open("support"), AnalysisOutcome.Done, null).Value.Ticket, Alfinet.Intake));
    }

    [Fact]
    public void SEN_12_Each_class_has_its_channels()
    {
        string[] For(string classKey) => [.. Loaded.Sense.Channels.Where(channel => channel.Takes(classKey)).Select(channel => channel.Key)];

        Assert.Equal(["priority-line", "panel"], For("primera"));
        Assert.Equal(["priority-line", "panel"], For("segunda"));
        Assert.Equal(["email", "panel"], For("tercera"));
    }

    private static TicketState Open(string kind) => TicketRules.Open(TicketId.New(Friday), Alfinet.Tickets, kind, null, null, Friday).Value.Ticket;

    private static Result<TicketChange> Conclude(TicketState ticket, AnalysisOutcome outcome, LocalDate? day) =>
        TicketIntake.Conclude(ticket, Alfinet.Intake, Alfinet.Tickets, outcome, day, Today, Friday + Duration.FromHours(10));

    private static Result<TicketChange> Move(TicketState ticket, TicketStatus to) =>
        TicketRules.Move(ticket, Alfinet.Tickets, to, TicketActor.Staff, Friday + Duration.FromHours(40));

    private static TargetProgress TargetOf(TicketState ticket, TargetKind kind, Instant now) =>
        Targets.Of(Alfinet.Tickets.Targets, ticket, planKey: null, Alfinet.Calendar, now).Single(target => target.Kind == kind);
}
