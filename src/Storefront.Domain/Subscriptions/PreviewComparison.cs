using System.Collections.Immutable;

namespace Storefront.Domain.Subscriptions;

/// <summary>Tells what has changed between a preview that was sealed and the same one made now.</summary>
public static class PreviewComparison
{
    /// <summary>
    /// What differs, in the order of the fields; none when confirming does what was shown. When it was made does not count, nor what lapses
    /// at the period's end anyway, which work in between changes.
    /// </summary>
    public static ImmutableArray<PreviewDifference> Differences(ChangePreview shown, ChangePreview fresh)
    {
        var before = ChangePreviewText.Fields(shown);
        var after = ChangePreviewText.Fields(fresh);
        return
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .Select(field => new PreviewDifference(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))
                .Where(difference => difference.Shown != difference.Now),
        ];
    }
}
