using System.Globalization;
using Storefront.Features.Shared;

namespace Storefront.Features.Search;

/// <summary>A page of what was found, for the partial <c>_Results</c>.</summary>
/// <param name="Text">What was looked for.</param>
/// <param name="Tickets">This page's.</param>
/// <param name="Total">How many tickets there are on all pages.</param>
/// <param name="IsCut">Whether there are older ones that were not looked at: the next page after the last begins with them.</param>
/// <param name="Latest">Where a search that goes on with what is older began; null for the latest themselves.</param>
/// <param name="Pages">The pages before and after.</param>
/// <param name="IsForStaff">Whether the house reads it.</param>
public sealed record SearchResults(SearchText Text, IReadOnlyList<TicketFound> Tickets, int Total, bool IsCut, string? Latest, PageLinks Pages, bool IsForStaff)
{
    private const int PageSize = 20;

    public static SearchResults None { get; } = new(new SearchText([]), [], 0, IsCut: false, Latest: null, new PageLinks(null, null), IsForStaff: false);

    public static async Task<SearchResults> ReadAsync(
        TicketSearch search, SearchReach reach, string path, string? query, string? olderThan, int? number, CancellationToken cancellationToken)
    {
        var text = SearchText.Parse(query);
        var before = SearchPosition.Read(olderThan) ?? SearchPosition.Start;
        var found = await search.FindAsync(reach, text, before, cancellationToken);
        var last = Math.Max(1, (found.Tickets.Length + PageSize - 1) / PageSize);
        var page = Math.Clamp(number ?? 1, 1, last);
        var shown = await search.ReadAsync([.. found.Tickets.Skip((page - 1) * PageSize).Take(PageSize)], cancellationToken);
        return new SearchResults(
            text,
            shown,
            found.Tickets.Length,
            found.Older is not null,
            before == SearchPosition.Start ? null : Address(SearchPosition.Start, 1),
            new PageLinks(
                page > 1 ? Address(before, page - 1) : null,
                page < last ? Address(before, page + 1) : found.Older is { } older ? Address(older, 1) : null),
            reach == SearchReach.House);

        string Address(SearchPosition position, int to) => string.Create(
            CultureInfo.InvariantCulture,
            $"{path}?q={Uri.EscapeDataString(Whole(query ?? ""))}{(position == SearchPosition.Start ? "" : $"&before={position}")}&p={to}");
    }

    // Half a character cannot be written into an address.
    private static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
