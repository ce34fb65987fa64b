namespace Storefront.Tests.Support;

/// <summary>A test of what only root may do. In CI, which is root, nothing is skipped.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Environment.UserName == "root" || Environment.GetEnvironmentVariable("CI") == "true"
        ? null
        : "Only root may mount the small file system that is filled here.";
}
