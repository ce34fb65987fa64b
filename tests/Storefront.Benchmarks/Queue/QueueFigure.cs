namespace Storefront.Benchmarks.Queue;

/// <summary>A row of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Small">With a short queue.</param>
/// <param name="Large">With a long one.</param>
/// <param name="Allocated">Bytes that the long one took, each time.</param>
internal sealed record QueueFigure(string Name, TimeSpan Small, TimeSpan Large, long Allocated);
