using System.Text.RegularExpressions;

namespace Storefront.GraphQL.Tests;

/// <summary>The page on the transports' architecture names tests as proofs; a proof that was renamed is none.</summary>
public partial class ArchitectureDocumentTests
{
    [Fact]
    public void Every_test_that_the_architecture_names_exists()
    {
        var named = Proof().Matches(File.ReadAllText(Path.Combine(Root(), "src", "Storefront.GraphQL.AspNetCore", "ARCHITECTURE.md")));
        var types = typeof(ArchitectureDocumentTests).Assembly.GetTypes().ToLookup(type => type.Name, StringComparer.Ordinal);

        var missing = named
            .Where(match => !types[match.Groups[1].Value].Any(type => type.GetMethod(match.Groups[2].Value) is not null))
            .Select(match => match.Value);

        Assert.True(named.Count > 20, "The page names its proofs as `Class.Test`.");
        Assert.Empty(missing);
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "Storefront.sln")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Proof();
}
