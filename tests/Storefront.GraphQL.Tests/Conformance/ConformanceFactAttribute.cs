namespace Storefront.GraphQL.Tests.Conformance;

/// <summary>A fact that needs the published conformance cases; skipped, saying so, where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute() => Skip = ConformanceFile.FilePath is null ? ConformanceFile.WhyMissing : null;
}
