namespace Storefront.Tests.Support;

/// <summary>A theory that needs a file of the folder <c>shared</c>; skipped, saying so, where the file is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string relativePath = OpenApiDescription.RelativePath)
    {
        RelativePath = relativePath;
        if (SharedMaterial.Find(relativePath) is null)
        {
            Skip = SharedMaterial.WhyMissing(relativePath);
        }
    }

    public string RelativePath { get; }
}
