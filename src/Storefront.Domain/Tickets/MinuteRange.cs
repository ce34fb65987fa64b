namespace Storefront.Domain.Tickets;

/// <summary>How long something usually takes: the middle half of what it took before.</summary>
/// <param name="Least">A quarter took this or less, in minutes.</param>
/// <param name="Most">A quarter took this or more, in minutes.</param>
/// <param name="Count">Of how many it is known, from <see cref="Fewest"/>.</param>
public sealed record MinuteRange(int Least, int Most, int Count)
{
    /// <summary>Of fewer, nothing is said.</summary>
    public const int Fewest = 3;

    /// <summary>The middle half; null when there are too few.</summary>
    public static MinuteRange? Of(IEnumerable<int> minutes)
    {
        var sorted = minutes.Order().ToArray();
        return sorted.Length < Fewest ? null : new MinuteRange(sorted[(sorted.Length - 1) / 4], sorted[^(((sorted.Length - 1) / 4) + 1)], sorted.Length);
    }
}
