using NodaTime;
using Storefront.Domain.Tickets;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Tickets;

/// <summary>COM-03: what a reopened ticket still owes. Flunt's promises; Monday 16 November 2026 at ten.</summary>
public class ReopeningTests
{
    private static readonly Instant MondayTen = InSantiago(2026, 11, 16, 10);

    [Fact]
    public void COM_03_Reopening_days_later_breaks_nothing_and_only_open_time_in_between_is_given()
    {
        var resolved = Desk.Open(MondayTen, Urgency.High, Impact.Low).Move(TicketStatus.Resolved, InSantiago(2026, 11, 18, 10));
        var reopened = resolved.Move(TicketStatus.Open, InSantiago(2026, 12, 2, 10), TicketActor.Customer);

        var target = reopened.Target(TargetKind.Resolution, InSantiago(2026, 12, 2, 10));

        Assert.Equal((TargetState.Running, InSantiago(2026, 12, 7, 10)), (target.State, target.DueAt!.Value));
        Assert.Equal([null, PauseReason.Resolved, null], target.Segments.Select(segment => segment.Pause));
    }

    [Fact]
    public void COM_03_Resolved_at_the_last_minute_and_reopened_has_the_last_quarter_of_its_time()
    {
        var due = InSantiago(2026, 11, 23, 10);
        var resolved = Desk.Open(MondayTen, Urgency.High, Impact.Low).Move(TicketStatus.Resolved, due);
        var reopenedAt = InSantiago(2026, 11, 24, 12);

        var target = resolved.Move(TicketStatus.Open, reopenedAt, TicketActor.Customer).Target(TargetKind.Resolution, reopenedAt + Duration.FromHours(5));

        // A quarter of five business days, in whole days: two.
        Assert.Equal((TargetState.Running, InSantiago(2026, 11, 26, 12)), (target.State, target.DueAt!.Value));
    }

    [Fact]
    public void COM_03_What_was_late_already_stays_late_when_it_is_reopened()
    {
        var resolved = Desk.Open(MondayTen, Urgency.High, Impact.Low).Move(TicketStatus.Resolved, InSantiago(2026, 11, 23, 10, 1));
        var target = resolved.Move(TicketStatus.Open, InSantiago(2026, 11, 24, 12), TicketActor.Customer)
            .Target(TargetKind.Resolution, InSantiago(2026, 11, 24, 13));
        Assert.Equal((TargetState.Missed, InSantiago(2026, 11, 23, 10)), (target.State, target.DueAt!.Value));
    }

    [Theory]
    [InlineData(TargetKind.Start)]
    [InlineData(TargetKind.Workaround)]
    public void COM_03_What_was_kept_by_resolving_it_stays_kept(TargetKind kind)
    {
        var resolvedAt = MondayTen + Duration.FromHours(1);
        var reopened = Desk.Open(MondayTen).Move(TicketStatus.Resolved, resolvedAt).Move(TicketStatus.Open, InSantiago(2026, 12, 2, 10), TicketActor.Customer);
        var target = reopened.Target(kind, InSantiago(2026, 12, 20));
        Assert.Equal((TargetState.Met, resolvedAt), (target.State, target.MetAt!.Value));
    }
}
