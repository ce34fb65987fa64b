using System.Text.Json;

namespace Storefront.GraphQL.Tests.Conformance;

/// <summary>
/// The published conformance cases, <c>shared/conformance/cases.json</c> beside the repository, whose verdicts are those of
/// graphql-js. They are not part of the repository.
/// </summary>
public static class ConformanceFile
{
    public const string WhyMissing = "shared/conformance/cases.json is not there beside the repository.";

    private static readonly Lazy<JsonElement> Root = new(() =>
        JsonDocument.Parse(File.ReadAllBytes(FilePath ?? throw new FileNotFoundException(WhyMissing))).RootElement);

    /// <summary>Where the file is; null where there is none.</summary>
    public static string? FilePath { get; } = Ancestors(AppContext.BaseDirectory)
        .SkipWhile(folder => !File.Exists(Path.Combine(folder, "Storefront.sln")))
        .Select(folder => Path.Combine(folder, "shared", "conformance", "cases.json"))
        .FirstOrDefault(File.Exists);

    /// <summary>The schema of the cases as a document.</summary>
    public static string Schema => Root.Value.GetProperty("schema").GetString()!;

    /// <summary>The whole file.</summary>
    public static JsonElement Content => Root.Value;

    /// <summary>The cases of a part of the file: <c>language</c>, <c>execution</c> or <c>sdl</c>.</summary>
    public static IEnumerable<JsonElement> Cases(string part) => Root.Value.GetProperty(part).EnumerateArray();

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
