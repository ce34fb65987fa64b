using NodaTime;
using NodaTime.TimeZones;

namespace Storefront.Domain.Calendars;

/// <content>Arithmetic in the time in which the house is open.</content>
public sealed partial class BusinessCalendar
{
    public bool IsOpen(Instant instant) => OpenOn(DateOf(instant)).Any(open => open.Contains(instant));

    /// <summary>The first instant from <paramref name="from"/> on, itself included, at which the house is open.</summary>
    public Instant NextOpening(Instant from)
    {
        var open = OpenFrom(from).First();
        return Instant.Max(open.Start, from);
    }

    /// <summary>
    /// The earliest instant by which <paramref name="time"/> has passed while open; <paramref name="from"/> itself for none. What fills a
    /// day exactly ends at its close, not at the next opening.
    /// </summary>
    /// <param name="from">When counting begins, open or not.</param>
    /// <param name="time">From zero.</param>
    public Instant AddBusinessTime(Instant from, Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        if (time == Duration.Zero)
        {
            return from;
        }

        foreach (var open in OpenFrom(from))
        {
            var start = Instant.Max(open.Start, from);
            if (open.End - start >= time)
            {
                return start + time;
            }

            time -= open.End - start;
        }

        throw new InvalidOperationException("A calendar never ends.");
    }

    /// <summary>How long the house is open between two instants; zero when <paramref name="to"/> is not after <paramref name="from"/>.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    public Duration BusinessTimeBetween(Instant from, Instant to)
    {
        var total = Duration.Zero;
        if (to <= from)
        {
            return total;
        }

        foreach (var open in OpenFrom(from))
        {
            if (open.Start >= to)
            {
                break;
            }

            total += Instant.Min(open.End, to) - Instant.Max(open.Start, from);
        }

        return total;
    }

    /// <summary>
    /// The instant at which that many business days have passed: the same time of day that many business days on, or, from when the house is
    /// closed for the day (or has not opened yet), the close of the last of that many days that open after it. A time of day at which the
    /// later day is closed gives the close before it, the day's opening when there is none.
    /// </summary>
    /// <param name="from">When counting begins.</param>
    /// <param name="days">From 1.</param>
    public Instant AddBusinessDays(Instant from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var local = from.InZone(Zone).LocalDateTime;
        var opensToday = OpenOn(local.Date).ToList();
        if (opensToday.Count > 0 && from >= opensToday[^1].End)
        {
            opensToday.Clear();
        }

        if (opensToday.Count > 0 && from > opensToday[0].Start)
        {
            var due = AddBusinessDays(local.Date, days);
            var sameTime = due.At(local.TimeOfDay).InZoneLeniently(Zone).ToInstant();
            var open = OpenOn(due).ToList();
            return open.Any(stretch => stretch.Contains(sameTime))
                ? sameTime
                : open.Where(stretch => stretch.End <= sameTime).Select(stretch => stretch.End).DefaultIfEmpty(open[0].Start).Last();
        }

        var yesterday = opensToday.Count > 0 ? local.Date.PlusDays(-1) : local.Date;
        return CloseOf(AddBusinessDays(yesterday, days));
    }

    /// <summary>The date that many business days after a date, which is itself not counted (FLU-20).</summary>
    /// <param name="from">Any date.</param>
    /// <param name="days">From 1.</param>
    public LocalDate AddBusinessDays(LocalDate from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var date = from;
        while (days > 0)
        {
            date = date.PlusDays(1);
            if (IsBusinessDay(date))
            {
                days--;
            }
        }

        return date;
    }

    /// <summary>The instant at which the house closes for the day on a business day.</summary>
    /// <exception cref="InvalidOperationException">It does not open on that date.</exception>
    public Instant CloseOf(LocalDate date) => OpenOn(date).Last().End;

    /// <summary>
    /// The close of the last business day of the week (from Monday) that holds <paramref name="from"/>; from that close on, and in a week
    /// that has no business day, of the next week that has one (FLU-14).
    /// </summary>
    public Instant EndOfBusinessWeek(Instant from)
    {
        var monday = DateOf(from).PlusDays(1).Previous(IsoDayOfWeek.Monday);
        while (true)
        {
            for (var day = 6; day >= 0; day--)
            {
                var date = monday.PlusDays(day);
                if (IsBusinessDay(date))
                {
                    var close = CloseOf(date);
                    if (from < close)
                    {
                        return close;
                    }

                    break;
                }
            }

            monday = monday.PlusWeeks(1);
        }
    }

    /// <summary>
    /// The pieces of that length that a date's opening hours are cut into, from each opening on; what is left at a close is none. Local time that
    /// is skipped has no piece, and time that comes twice has pieces both times.
    /// </summary>
    /// <param name="date">A date in the house's zone.</param>
    /// <param name="length">More than nothing.</param>
    public IEnumerable<Interval> PiecesOf(LocalDate date, Duration length)
    {
        foreach (var open in OpenOn(date))
        {
            for (var start = open.Start; start + length <= open.End; start += length)
            {
                yield return new Interval(start, start + length);
            }
        }
    }

    /// <summary>The stretches in which the house is open that end after <paramref name="from"/>, in order, without end.</summary>
    private IEnumerable<Interval> OpenFrom(Instant from)
    {
        for (var date = DateOf(from); ; date = date.PlusDays(1))
        {
            foreach (var open in OpenOn(date))
            {
                if (open.End > from)
                {
                    yield return open;
                }
            }
        }
    }

    /// <summary>
    /// The stretches of a date as instants, in order. Each run of one offset within the date is mapped by itself: a local time that comes
    /// twice is open twice, one that is skipped is not open.
    /// </summary>
    private IEnumerable<Interval> OpenOn(LocalDate date)
    {
        var hours = HoursOn(date);
        if (hours.Count == 0)
        {
            return [];
        }

        var day = Zone.AtStartOfDay(date).ToInstant();
        var nextDay = Zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
        return Zone.GetZoneIntervals(day, nextDay).SelectMany(run => hours.Select(open => Map(open, date, run))).OfType<Interval>();
    }

    private static Interval? Map(OpeningHours hours, LocalDate date, ZoneInterval run)
    {
        var start = hours.StartOn(date).WithOffset(run.WallOffset).ToInstant();
        var end = hours.EndOn(date).WithOffset(run.WallOffset).ToInstant();
        start = run.HasStart ? Instant.Max(start, run.Start) : start;
        end = run.HasEnd ? Instant.Min(end, run.End) : end;
        return start < end ? new Interval(start, end) : null;
    }
}
