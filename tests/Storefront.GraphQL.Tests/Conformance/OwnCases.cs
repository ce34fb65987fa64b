using System.Text.Json;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Conformance;

/// <summary>The project's own conformance cases; <c>Cases/README.md</c> says what they are and where they come from.</summary>
internal sealed class OwnCases
{
    private readonly JsonElement root;

    private OwnCases(JsonElement root)
    {
        this.root = root;
        Schemas = root.TryGetProperty("schemas", out var schemas)
            ? schemas.EnumerateObject().ToDictionary(schema => schema.Name, schema => SchemaBuilder.FromDocument(schema.Value.GetString()!).Build())
            : [];
    }

    /// <summary>The schemas by name; the same instances for all cases of a file.</summary>
    public Dictionary<string, Schema> Schemas { get; }

    public string Text(string property) => root.GetProperty(property).GetString()!;

    public static OwnCases Read(string file) =>
        new(JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Conformance", "Cases", file))).RootElement);

    /// <summary>Checks every case and fails with all that differ.</summary>
    /// <param name="differenceOf">What is expected and what came, where they differ.</param>
    public async Task CheckAsync(Func<JsonElement, Task<(string Expected, string Actual)>> differenceOf)
    {
        var differences = new List<string>();
        var count = 0;
        foreach (var item in root.GetProperty("cases").EnumerateArray())
        {
            count++;
            var (expected, actual) = await differenceOf(item);
            if (expected != actual)
            {
                differences.Add($"{item.GetProperty("document")}\n  expected {expected}\n  actual   {actual}");
            }
        }

        Assert.True(count > 50, $"There are only {count} cases.");
        Assert.True(differences.Count == 0, $"{differences.Count} of {count} differ:\n{string.Join('\n', differences)}");
    }

    public Task CheckAsync(Func<JsonElement, (string Expected, string Actual)> differenceOf) => CheckAsync(item => Task.FromResult(differenceOf(item)));

    public static string Lines(JsonElement list) => string.Join('\n', list.EnumerateArray().Select(item => item.ToString()));
}
