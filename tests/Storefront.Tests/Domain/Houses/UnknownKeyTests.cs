using System.Text.Json.Nodes;
using Storefront.Domain.Houses;

namespace Storefront.Tests.Domain.Houses;

/// <summary>Whatever object of a handbook is given a key that nobody knows, the loader says so there, and so does the schema.</summary>
public class UnknownKeyTests
{
    private static readonly JsonSchemaCheck Schema = new(JsonNode.Parse(HandbookCatalogue.ReadSchema())!.AsObject());

    public static TheoryData<string> Houses => [.. HandbookCatalogue.Keys];

    [Theory]
    [MemberData(nameof(Houses))]
    public void An_unknown_key_anywhere_is_a_fault_with_its_place(string house)
    {
        var tree = HandbookJson.Tree(house);
        var places = ObjectsOf(tree, "").ToList();
        Assert.True(places.Count > 100);
        foreach (var (place, known) in places)
        {
            known["castle"] = "sand";
            var problems = HandbookJson.Problems(tree.ToJsonString());
            Assert.True(
                problems.Any(problem => problem.JsonPointer.StartsWith($"{place}/castle", StringComparison.Ordinal) || problem.JsonPointer == place),
                $"{place}: {string.Join("; ", problems)}");
            Assert.True(Schema.Check(tree).Any(), place);
            known.Remove("castle");
        }

        Assert.Empty(HandbookJson.Problems(tree.ToJsonString()));
    }

    private static IEnumerable<(string Place, JsonObject Node)> ObjectsOf(JsonNode node, string place) => node switch
    {
        JsonObject map => map.ToList().SelectMany(property => ObjectsOf(property.Value!, $"{place}/{property.Key}")).Prepend((place, map)),
        JsonArray list => list.ToList().SelectMany((item, index) => ObjectsOf(item!, $"{place}/{index}")),
        _ => [],
    };
}
