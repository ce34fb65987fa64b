using NodaTime;

namespace Storefront.Store;

/// <summary>
/// The business's time: periods, targets, expiry, notices. In the sandbox it is ahead of or behind real time by a stored offset.
/// Sign-in, tokens and signatures run on real time, <see cref="TimeProvider"/>.
/// </summary>
public sealed class BusinessClock(TimeProvider source) : IClock
{
    private long offsetTicks;

    /// <summary>How far it is ahead of its source.</summary>
    public Duration Offset => Duration.FromTicks(Interlocked.Read(ref offsetTicks));

    private Instant Source => Instant.FromDateTimeOffset(source.GetUtcNow()).Stored();

    /// <summary>Now, in whole microseconds, as the store keeps instants.</summary>
    public Instant GetCurrentInstant() => (Source + Offset).Stored();

    internal void SetOffset(Duration offset) => Interlocked.Exchange(ref offsetTicks, offset.BclCompatibleTicks);

    /// <summary>The offset at which it shows that instant now.</summary>
    internal Duration OffsetAt(Instant instant) => instant - Source;
}
