namespace Storefront.Benchmarks.Abuse;

/// <summary>What one hostile request takes.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Verdict">What its answer names; "data" where it is executed.</param>
/// <param name="Cpu">The median of the processor's time.</param>
/// <param name="Time">The median of the times to an answer.</param>
/// <param name="AllocatedBytes">The median of the bytes allocated.</param>
internal sealed record AbuseFigures(string Name, string Verdict, TimeSpan Cpu, TimeSpan Time, long AllocatedBytes);
