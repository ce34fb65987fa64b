using System.Collections.Immutable;
using NodaTime.TimeZones;

namespace Storefront.Features.Shared.Formatting;

/// <summary>The zones that a person can choose from: those in which people live, by their IANA names.</summary>
public static class ZoneChoices
{
    public static ImmutableArray<string> All { get; } =
        [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(location => location.ZoneId).Distinct().Order(StringComparer.Ordinal), "UTC"];

    /// <summary>All of them, and the one that is chosen already where it has another name.</summary>
    public static IReadOnlyList<string> With(string? chosen) => chosen is null || All.Contains(chosen) ? All : [chosen, .. All];
}
