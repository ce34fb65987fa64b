using Xunit.Abstractions;

namespace Storefront.Tests.Support;

/// <summary>
/// Where random tests begin. It is the same in every run, so that a run which fails tells of the change and not of its luck;
/// STOREFRONT_SEED takes another number, or <c>random</c> to look where nobody has looked yet.
/// </summary>
public static class TestSeed
{
    private const ulong Usual = 20261122;

    /// <summary>The seed of this run, printed so that it can be repeated.</summary>
    public static ulong Take(ITestOutputHelper output)
    {
        var wanted = Environment.GetEnvironmentVariable("STOREFRONT_SEED");
        var seed = ulong.TryParse(wanted, out var given) ? given
            : wanted == "random" ? (ulong)Random.Shared.NextInt64(long.MaxValue)
            : Usual;
        output.WriteLine($"STOREFRONT_SEED={seed}");
        return seed;
    }
}
