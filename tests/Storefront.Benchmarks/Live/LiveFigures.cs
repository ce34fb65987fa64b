namespace Storefront.Benchmarks.Live;

/// <summary>What a crowd cost.</summary>
/// <param name="Subscribers">How many.</param>
/// <param name="Opening">Until all had subscribed.</param>
/// <param name="Managed">Growth of the managed heap, bytes each.</param>
/// <param name="Resident">Growth of the whole process in memory, managed and native, bytes each.</param>
/// <param name="IdleCpu">Cores that the server used while nothing happened, keep-alives included.</param>
/// <param name="Median">From an event until the last one had heard of it; the median of the rounds.</param>
/// <param name="Slowest">The same, the slowest round.</param>
/// <param name="Left">What stayed of the process's growth when all had gone, bytes each.</param>
internal sealed record LiveFigures(
    int Subscribers, TimeSpan Opening, double Managed, double Resident, double IdleCpu, TimeSpan Median, TimeSpan Slowest, double Left);
