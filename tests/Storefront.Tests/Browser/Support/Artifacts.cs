using Storefront.Tests.Support;

namespace Storefront.Tests.Browser.Support;

/// <summary>What tests leave to be looked at: folders under <c>artifacts/</c> at the repository's root, ignored by git.</summary>
public static class Artifacts
{
    public static string Directory(string name) =>
        System.IO.Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", name)).FullName;
}
