using NodaTime;

namespace Storefront.Store;

/// <summary>A handbook as it once was: what was sold under it keeps its terms (COM-04).</summary>
public sealed class HandbookVersionRow
{
    /// <summary>SHA-256 of its text, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Version of the handbook's JSON Schema.</summary>
    public required int SchemaVersion { get; init; }

    public required string Json { get; init; }

    public required Instant LoadedAt { get; init; }
}
