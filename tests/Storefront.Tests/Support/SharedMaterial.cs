namespace Storefront.Tests.Support;

/// <summary>
/// The folder <c>shared</c> that stands beside the repository: published descriptions which tests check against and which are
/// not part of the repository.
/// </summary>
public static class SharedMaterial
{
    /// <summary>The repository's root; where the solution file is.</summary>
    public static string RepositoryRoot { get; } = Ancestors(AppContext.BaseDirectory)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "Storefront.sln")))
        ?? throw new InvalidOperationException($"No Storefront.sln above {AppContext.BaseDirectory}.");

    /// <summary>The full path of a file in the nearest folder <c>shared</c> beside or above the repository; null where there is none.</summary>
    public static string? Find(string relativePath) => Ancestors(RepositoryRoot)
        .Select(folder => Path.Combine(folder, "shared", relativePath))
        .FirstOrDefault(File.Exists);

    /// <summary>As <see cref="Find"/>, for tests that are skipped where the file is missing and so may rely on it.</summary>
    public static string Require(string relativePath) =>
        Find(relativePath) ?? throw new FileNotFoundException(WhyMissing(relativePath));

    /// <summary>The sentence that a skipped test shows.</summary>
    public static string WhyMissing(string relativePath) => $"shared/{relativePath} is not there beside the repository.";

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
