using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Samples;

/// <summary>The engine's README shows the server that is compiled here, and what it answers.</summary>
public sealed partial class LibraryServerTests
{
    private static readonly Lazy<string> Readme = new(() => Read("src/Storefront.GraphQL/README.md"));

    [Fact]
    public void The_reader_s_guide_shows_the_server_as_it_is_compiled()
    {
        // A program of top-level statements cannot be a part of the tests: theirs stand in a method here, which leaves running to who calls it.
        var source = Read("tests/Storefront.GraphQL.Tests/Samples/LibraryServer.cs").Split('\n');
        var statements = source.Where(line => line.StartsWith("        ", StringComparison.Ordinal)).Select(line => line.Trim().Replace("return app;", "app.Run();", StringComparison.Ordinal));
        var types = source.SkipWhile(line => line != "public sealed class Library");

        Assert.Equal(string.Join('\n', [.. statements, string.Empty, .. types]).TrimEnd(), BlockOf("csharp"));
        Assert.InRange(BlockOf("csharp").Split('\n').Length, 1, 15);
    }

    [Fact]
    public async Task It_answers_what_the_guide_says()
    {
        await using var app = LibraryServer.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Error"]);
        await app.StartAsync();
        using var client = new HttpClient();
        var url = $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/graphql";

        using var response = await client.PostAsJsonAsync(new Uri(url), new { query = BlockOf("graphql") });

        Assert.Equal(BlockOf("json"), await response.Content.ReadAsStringAsync());
        Assert.StartsWith("type Query {", SchemaPrinter.Print(app.Services.GetRequiredService<Schema>()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_folder_that_the_guide_names_is_there()
    {
        var folders = Folders.Matches(Readme.Value).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(folders.Count > 5);
        Assert.All(folders, folder => Assert.True(Directory.Exists(Path.Combine(Root(), "src/Storefront.GraphQL", folder)), folder));
    }

    [Fact]
    public void Stages_know_only_those_before_them()
    {
        Assert.Empty(UsesOf("Language"));
        Assert.Equal(["Language", "Types"], UsesOf("Validation"));
        Assert.Empty(UsesOf("DataLoaders"));
        Assert.Empty(UsesOf("Subscriptions"));
        Assert.Equal(["DataLoaders", "Diagnostics", "Language", "Subscriptions", "Types", "Validation"], UsesOf("Execution"));

        // Putting a schema together takes what the host configured; a schema that is there knows nothing of it.
        Assert.Equal(["DataLoaders", "DependencyInjection", "Execution", "Language", "Subscriptions", "Validation"], UsesOf("Types"));
        Assert.DoesNotContain("DependencyInjection", UsesOf("Types", exceptBelow: "Inference"));
    }

    private static IReadOnlyList<string> UsesOf(string stage, string exceptBelow = "-") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root(), "src/Storefront.GraphQL", stage), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}{exceptBelow}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Usings.Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(used => used != stage)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static string BlockOf(string language)
    {
        var start = Readme.Value.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Readme.Value[start..Readme.Value.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path)).ReplaceLineEndings("\n");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Storefront.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository is not around the tests.");
        }

        return folder;
    }

    [GeneratedRegex(@"^\| `([A-Z]\w+)/`", RegexOptions.Multiline)]
    private static partial Regex Folders { get; }

    [GeneratedRegex(@"^using Storefront\.GraphQL\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Usings { get; }
}
