using Microsoft.EntityFrameworkCore;

namespace Storefront.Features.Shared;

/// <summary>How many there are of what a list shows, counted no further than somebody would: what it costs does not grow with what there is.</summary>
/// <param name="Counted">How many were counted: all of them, or the most that are.</param>
/// <param name="IsMore">Whether there are more than that.</param>
public readonly record struct BoundedCount(int Counted, bool IsMore)
{
    public bool IsZero => Counted == 0;
}

internal static class BoundedCounts
{
    /// <summary>Counts up to a bound, inclusive.</summary>
    /// <param name="rows">What is counted; in the order of an index, so that no more is read than is counted.</param>
    /// <param name="most">The most that are counted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<BoundedCount> CountUpToAsync<T>(this IOrderedQueryable<T> rows, int most, CancellationToken cancellationToken)
    {
        var counted = await rows.Take(most + 1).CountAsync(cancellationToken);
        return new BoundedCount(Math.Min(counted, most), counted > most);
    }
}
