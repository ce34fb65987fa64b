using System.Text.Json;
using System.Text.Json.Nodes;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Houses;

/// <summary>Flunt's handbook as a tree that a test can spoil.</summary>
internal static class HandbookJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Text { get; } = HandbookCatalogue.ReadResource("flunt");

    public static JsonObject Tree() => Tree("flunt");

    public static JsonObject Tree(string house) => JsonNode.Parse(HandbookCatalogue.ReadResource(house))!.AsObject();

    /// <summary>Flunt's handbook after that edit, laid out anew.</summary>
    public static string With(Action<JsonObject> edit)
    {
        var tree = Tree();
        edit(tree);
        return tree.ToJsonString(Indented);
    }

    /// <summary>The faults of a house's handbook after that edit.</summary>
    public static IReadOnlyList<HandbookProblem> Problems(string house, Action<JsonObject> edit)
    {
        var tree = Tree(house);
        edit(tree);
        return Problems(tree.ToJsonString(Indented));
    }

    public static Result<Handbook> Load(Action<JsonObject> edit) => HandbookLoader.Load(With(edit));

    public static IReadOnlyList<HandbookProblem> Problems(string json) =>
        HandbookLoader.Load(json).Refusal is FaultyHandbook faulty ? faulty.Problems : [];

    public static IReadOnlyList<HandbookProblem> Problems(Action<JsonObject> edit) => Problems(With(edit));

    /// <summary>The node at a path of names and indexes parted by slashes.</summary>
    public static JsonNode At(this JsonNode node, string path) => path.Split('/').Aggregate(node, (at, step) =>
        at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!);

    /// <summary>A fresh copy of Flunt's texts in its three languages.</summary>
    public static JsonObject Words(string text) => new() { ["es-CL"] = text, ["pt-BR"] = text, ["en"] = text };
}
