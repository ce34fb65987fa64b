namespace Storefront.GraphQL.Tests.Conformance;

/// <summary>A theory that needs the published conformance cases; skipped, saying so, where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConformanceTheoryAttribute : TheoryAttribute
{
    public ConformanceTheoryAttribute() => Skip = ConformanceFile.FilePath is null ? ConformanceFile.WhyMissing : null;
}
