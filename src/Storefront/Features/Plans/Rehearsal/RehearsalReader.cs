using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions.Rehearsal;
using Storefront.Features.Hours;
using Storefront.Features.Hours.Reports;
using Storefront.Store;

namespace Storefront.Features.Plans.Rehearsal;

/// <summary>Replays an account's last billing periods on every plan that is sold now.</summary>
public sealed class RehearsalReader(PeriodReports reports, HourReader hours, Handbooks handbooks)
{
    /// <summary>Most periods that are replayed: a year.</summary>
    public const int MostPeriods = 12;

    /// <summary>How every plan would have served, and over how many periods; null while no period is over.</summary>
    /// <param name="account">Whose work.</param>
    /// <param name="currency">The currency of the costs.</param>
    /// <param name="periods">How many of the last periods at most, 1 to <see cref="MostPeriods"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<RehearsalOverview?> ReadAsync(AccountId account, Currency currency, int periods, CancellationToken cancellationToken)
    {
        var zone = handbooks.Present.Zone;
        var played = new List<RehearsedPeriod>();
        foreach (var (start, end) in (await reports.ListAsync(account, cancellationToken)).Take(Math.Clamp(periods, 1, MostPeriods)).Reverse())
        {
            var (from, to) = (zone.AtStartOfDay(start).ToInstant(), zone.AtStartOfDay(end).ToInstant());
            var (_, lines) = await hours.ListBetweenAsync(account, from, to, cancellationToken);
            played.Add(new RehearsedPeriod(from, to, [.. UsesOf(lines, to)]));
        }

        return played.Count == 0
            ? null
            : new RehearsalOverview(
                played.Count, PlanRehearsal.Play(handbooks.Present.Plans, handbooks.Present.Hours, currency, Joined(played)));
    }

    // What was taken back since counts as not done.
    private static IEnumerable<RehearsedUse> UsesOf(IReadOnlyList<HourLine> lines, Instant end)
    {
        var left = lines.Where(line => line.At < end && line.Kind == HourEntryKind.Reversal && line.Ticket is not null)
            .GroupBy(line => line.Ticket!.Id).ToDictionary(group => group.Key, group => group.Sum(line => line.Minutes));
        foreach (var use in lines.Where(line => line.At < end && line.Kind == HourEntryKind.Use))
        {
            var back = use.Ticket is { } ticket ? Math.Min(left.GetValueOrDefault(ticket.Id), -use.Minutes) : 0;
            if (back > 0)
            {
                left[use.Ticket!.Id] -= back;
            }

            if (-use.Minutes > back)
            {
                yield return new RehearsedUse(use.At, -use.Minutes - back);
            }
        }
    }

    // After a pause there is a gap between two periods; the later one is what the earlier rolls into.
    private static List<RehearsedPeriod> Joined(List<RehearsedPeriod> periods) =>
        [.. periods.Select((period, index) => index + 1 < periods.Count && period.End > periods[index + 1].Start ? period with { End = periods[index + 1].Start } : period)];
}

/// <summary>An account's last periods on every plan.</summary>
/// <param name="Periods">How many were replayed.</param>
/// <param name="Plans">Those that cover all of it first, then the cheapest first.</param>
public sealed record RehearsalOverview(int Periods, ImmutableArray<RehearsedPlan> Plans);
