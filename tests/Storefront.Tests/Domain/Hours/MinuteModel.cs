using Storefront.Domain.Hours;

namespace Storefront.Tests.Domain.Hours;

/// <summary>Flunt's hours as plainly as can be: a list with one item a minute. Nothing is summed, nothing is remembered twice.</summary>
internal sealed class MinuteModel
{
    private static readonly LotSource[] Order =
        [LotSource.Rollover, LotSource.Grant, LotSource.Upgrade, LotSource.Advance];

    private readonly List<Minute> left = [];
    private List<Minute> lastUse = [];
    private int lots;
    private int advanced;
    private int usedOfAdvances;

    public int Balance => left.Count;

    public int Owed { get; private set; }

    public void Add(LotSource source, int minutes, int period)
    {
        lots++;
        left.AddRange(Enumerable.Range(0, minutes).Select(_ => new Minute(source, period, lots)));
    }

    public void Grant(int minutes, int period)
    {
        var repaid = Math.Min(Owed, minutes);
        Owed -= repaid;
        Add(LotSource.Grant, minutes - repaid, period);
    }

    public bool Advance(int minutes, int limit, int period)
    {
        if (Owed + advanced + minutes > limit)
        {
            return false;
        }

        advanced += minutes;
        Add(LotSource.Advance, minutes, period);
        return true;
    }

    public bool Use(int minutes)
    {
        if (minutes > left.Count)
        {
            return false;
        }

        lastUse = [.. left.OrderBy(minute => minute.Period).ThenBy(Place).ThenBy(minute => minute.Lot).Take(minutes)];
        foreach (var minute in lastUse)
        {
            left.Remove(minute);
            usedOfAdvances += minute.Source == LotSource.Advance ? 1 : 0;
        }

        return true;
    }

    public void ReverseLastUse(int period)
    {
        lots++;
        foreach (var minute in lastUse)
        {
            var stillOpen = minute.Period == period;
            left.Add(stillOpen ? minute : new Minute(LotSource.Reversal, period, lots));
            usedOfAdvances -= stillOpen && minute.Source == LotSource.Advance ? 1 : 0;
        }

        lastUse = [];
    }

    // Rollover lots are put down with the period in which they end.
    public void EndPeriod(int period)
    {
        var ended = left.Where(minute => minute.Period == period).ToList();
        left.RemoveAll(minute => minute.Period == period);
        Owed += usedOfAdvances;
        (advanced, usedOfAdvances) = (0, 0);
        Add(LotSource.Rollover, ended.Count(minute => minute.Source is LotSource.Grant or LotSource.Upgrade) * 3 / 10, period + 1);
    }

    private static int Place(Minute minute) => Order.Contains(minute.Source) ? Array.IndexOf(Order, minute.Source) : Order.Length;

    private sealed record Minute(LotSource Source, int Period, int Lot);
}
