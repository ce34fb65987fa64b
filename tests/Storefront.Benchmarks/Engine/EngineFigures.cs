namespace Storefront.Benchmarks.Engine;

/// <summary>One operation on one thread, its document known.</summary>
internal sealed record EngineFigures(string Name, double OperationsPerSecond, double AllocatedBytes, int AnswerBytes);
