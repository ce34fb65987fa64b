namespace Storefront.Store;

/// <summary>How far the sandbox's business clock is from real time; there is one row.</summary>
public sealed class SandboxClockRow
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Microseconds ahead of real time; negative while the demo's history is being made.</summary>
    public required long OffsetMicroseconds { get; set; }
}
