using NodaTime;
using Storefront.Domain.Hours;

namespace Storefront.Features.Hours.Reports;

/// <summary>What became of the hours of a billing period that is over (FLU-19).</summary>
/// <param name="Start">Its first day.</param>
/// <param name="End">The day after its last.</param>
/// <param name="BeginMinutes">What there was before it began.</param>
/// <param name="AddedMinutes">What came: grants, rollover of the period before, upgrades, advances, corrections.</param>
/// <param name="UsedMinutes">Work, less what of it was taken back.</param>
/// <param name="LapsedMinutes">What lapsed with its end and did not roll over.</param>
/// <param name="RolledOverMinutes">What went on to the next period.</param>
/// <param name="EndMinutes">What was left the moment before it ended.</param>
/// <param name="Work">The work by ticket, the most first.</param>
/// <param name="Days">What there was day by day.</param>
public sealed record PeriodReport(
    LocalDate Start,
    LocalDate End,
    int BeginMinutes,
    int AddedMinutes,
    int UsedMinutes,
    int LapsedMinutes,
    int RolledOverMinutes,
    int EndMinutes,
    IReadOnlyList<ReportedWork> Work,
    [property: ListSize(AssumedSize = 31)] IReadOnlyList<HourDay> Days)
{
    public LocalDate LastDay => End.PlusDays(-1);

    /// <summary>Reckons a period from the ledger's lines.</summary>
    /// <param name="start">Its first day.</param>
    /// <param name="end">The day after its last.</param>
    /// <param name="zone">The house's, in which days begin.</param>
    /// <param name="before">The balance before the first of the lines.</param>
    /// <param name="lines">The lines from its start through the instant of its end, in order.</param>
    /// <param name="until">Days are told through this one.</param>
    public static PeriodReport Of(LocalDate start, LocalDate end, DateTimeZone zone, int before, IReadOnlyList<HourLine> lines, LocalDate until)
    {
        var ended = zone.AtStartOfDay(end).ToInstant();
        var own = lines.Where(line => line.At < ended).ToList();
        var closing = lines.Where(line => line.At == ended && line.Cause == HourCauseKind.PeriodEnd).ToList();
        var rolledOver = closing.Where(line => line.Kind == HourEntryKind.Rollover).Sum(line => line.Minutes);
        var work = own.Where(line => line.Kind is HourEntryKind.Use || (line.Kind == HourEntryKind.Reversal && line.Ticket is not null)).ToList();
        var used = -work.Sum(line => line.Minutes);
        return new PeriodReport(
            start,
            end,
            before,
            own.Sum(line => line.Minutes) + used - own.Where(line => line.Kind == HourEntryKind.Expiry).Sum(line => line.Minutes),
            used,
            -own.Concat(closing).Where(line => line.Kind == HourEntryKind.Expiry).Sum(line => line.Minutes) - rolledOver,
            rolledOver,
            before + own.Sum(line => line.Minutes),
            [
                .. work.GroupBy(line => line.Ticket).Select(lines => new ReportedWork(lines.Key, -lines.Sum(line => line.Minutes)))
                    .Where(ticket => ticket.Minutes != 0).OrderByDescending(ticket => ticket.Minutes),
            ],
            [.. HourDay.Of(start, end < until.PlusDays(1) ? end : until.PlusDays(1), zone, before, own)]);
    }
}

/// <summary>Work on a ticket in a period.</summary>
/// <param name="Ticket">The ticket; null for other work.</param>
/// <param name="Minutes">What it took.</param>
public sealed record ReportedWork(HourLineTicket? Ticket, int Minutes);
