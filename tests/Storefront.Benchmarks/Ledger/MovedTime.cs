using NodaTime;

namespace Storefront.Benchmarks.Ledger;

/// <summary>Time that stands still until it is moved.</summary>
internal sealed class MovedTime(Instant start) : TimeProvider
{
    public Instant Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
