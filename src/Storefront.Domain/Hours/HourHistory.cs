using NodaTime;

namespace Storefront.Domain.Hours;

/// <summary>Readings of the ledger's lines.</summary>
public static class HourHistory
{
    /// <summary>The balance as it stood at an instant, lines of that very instant included; zero before the first.</summary>
    /// <param name="entries">The account's lines; those after the instant may be left out.</param>
    /// <param name="at">Any instant.</param>
    public static int BalanceAt(IEnumerable<HourEntry> entries, Instant at) =>
        entries.Where(entry => entry.At <= at).Sum(entry => entry.Minutes);

    /// <summary>Minutes of work in a stretch of time, less what of that very work was taken back since.</summary>
    /// <param name="entries">The account's lines from <paramref name="from"/> on.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    public static int UsedBetween(IReadOnlyCollection<HourEntry> entries, Instant from, Instant to)
    {
        var uses = entries.Where(entry => entry.Kind == HourEntryKind.Use && entry.At >= from && entry.At < to).ToList();
        var ids = uses.Select(use => (Guid?)use.Id.Value).ToHashSet();
        var reversed = entries.Where(entry => entry.Kind == HourEntryKind.Reversal && ids.Contains(entry.Cause.SubjectId));
        return -uses.Sum(use => use.Minutes) - reversed.Sum(entry => entry.Minutes);
    }
}
