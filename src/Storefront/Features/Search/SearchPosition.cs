using System.Globalization;

namespace Storefront.Features.Search;

/// <summary>
/// Where a search that was cut goes on: before these entries of the index. It costs the same however far back it is, since nothing that
/// was passed is read again.
/// </summary>
/// <param name="Entry">Of what both sides see.</param>
/// <param name="Note">Of notes among staff.</param>
public readonly record struct SearchPosition(long Entry, long Note)
{
    /// <summary>Before everything there is.</summary>
    public static SearchPosition Start { get; } = new(long.MaxValue, long.MaxValue);

    /// <summary>After those hits.</summary>
    public SearchPosition After(IEnumerable<SearchHit> hits) => hits.Aggregate(
        this, (at, hit) => hit.IsNote ? at with { Note = Math.Min(at.Note, hit.Entry) } : at with { Entry = Math.Min(at.Entry, hit.Entry) });

    /// <summary>As an address or a program carries it; <see cref="Read"/> reads it.</summary>
    public override string ToString() =>
        Note == long.MaxValue ? Entry.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Entry}.{Note}");

    /// <summary>What was carried; null for what never was a position.</summary>
    public static SearchPosition? Read(string? text)
    {
        var parts = (text ?? "").Split('.');
        var note = long.MaxValue;
        return parts.Length <= 2 && Parse(parts[0], out var entry) && (parts.Length == 1 || Parse(parts[1], out note)) ? new SearchPosition(entry, note) : null;
    }

    private static bool Parse(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
