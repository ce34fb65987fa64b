using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Storefront.Domain.Tickets;
using Storefront.Tests.Domain.Calendars;
using static Storefront.Tests.Domain.Calendars.TestCalendars;

namespace Storefront.Tests.Domain.Tickets;

/// <summary>Due times of clocks that stop and go, against a stopwatch that is looked at every minute.</summary>
public class TargetModelTests
{
    private static readonly Instant Monday = InSantiago(2026, 4, 6);

    [Fact]
    public void COM_03_Business_and_clock_hours_are_due_when_the_stopwatch_says() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Choose(1, 1500), 5).ToArbitrary(),
            Gen.Choose(1, 12).ToArbitrary(),
            Gen.Elements(TargetUnit.BusinessHours, TargetUnit.ClockHours).ToArbitrary(),
            (lengths, hours, unit) =>
            {
                var calendar = TestCalendars.WithLunch(new LocalDate(2026, 4, 7));
                var segments = Segments(lengths);
                return TicketClock.Due(new TargetDuration(unit, hours), segments, calendar) == Watch(segments, instant =>
                    unit == TargetUnit.ClockHours || calendar.IsOpen(instant), hours * 60);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    // Running, waiting, running … and running at the end.
    private static ImmutableArray<ClockSegment> Segments(int[] lengths)
    {
        var segments = ImmutableArray.CreateBuilder<ClockSegment>();
        var from = Monday;
        for (var index = 0; index < lengths.Length; index++)
        {
            var to = from + Duration.FromMinutes(lengths[index]);
            segments.Add(new ClockSegment(from, index == lengths.Length - 1 ? null : to, index % 2 == 0 ? null : PauseReason.WaitingForCustomer));
            from = to;
        }

        return segments.ToImmutable();
    }

    private static Instant Watch(ImmutableArray<ClockSegment> segments, Func<Instant, bool> counts, int minutes)
    {
        for (var instant = Monday; ; instant += Duration.FromMinutes(1))
        {
            var segment = segments.Single(segment => segment.From <= instant && !(segment.To <= instant));
            if (segment.IsRunning && counts(instant) && --minutes == 0)
            {
                return instant + Duration.FromMinutes(1);
            }
        }
    }
}
