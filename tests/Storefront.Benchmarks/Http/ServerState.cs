namespace Storefront.Benchmarks.Http;

/// <summary>What the server's process has used so far.</summary>
/// <param name="AllocatedBytes">On the managed heap, by all threads; null where nobody counts them.</param>
/// <param name="CpuMicroseconds">Of all its threads, user and kernel.</param>
internal sealed record ServerState(long? AllocatedBytes, double CpuMicroseconds);
