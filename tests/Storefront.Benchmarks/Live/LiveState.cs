namespace Storefront.Benchmarks.Live;

/// <summary>What a server says of itself.</summary>
/// <param name="Active">Subscriptions that are open.</param>
/// <param name="Managed">Bytes on the managed heap.</param>
/// <param name="Resident">Bytes of the whole process in memory: managed and native, in use or kept for later.</param>
/// <param name="Peak">The most that <paramref name="Resident"/> has ever been.</param>
/// <param name="Cpu">Used so far by all its threads.</param>
/// <param name="CompiledMethods">How often a method was compiled so far; one that is called often is compiled again, and better.</param>
internal sealed record LiveState(long Active, long Managed, long Resident, long Peak, TimeSpan Cpu, long CompiledMethods);
