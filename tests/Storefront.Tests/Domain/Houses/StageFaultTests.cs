using System.Text.Json.Nodes;
using Storefront.Domain.Houses;

namespace Storefront.Tests.Domain.Houses;

/// <summary>Templates of projects with stages that never begin, never end, or contradict themselves.</summary>
public class StageFaultTests
{
    private static readonly Dictionary<string, (string House, Action<JsonObject> Spoil, string Pointer, string Told)> All = new()
    {
        ["a template in which no stage comes first"] = ("sense", json => json.At("projects/0/stages/0")["after"] = new JsonArray("after-sale"), "/projects/0/stages/0/after", "'payment' never begins"),
        ["a stage of nobody without a time"] = (
            "sense",
            json =>
            {
                json.At("projects/0/stages/1")["owner"] = "NOBODY";
                json.At("projects/0/stages/1")["end"] = "TIME";
                json.At("projects/0/stages/1").AsObject().Remove("within");
            },
            "/projects/0/stages/1/end",
            "never ends"),
        ["a stage of nobody that somebody ends"] = ("sense", json => json.At("projects/0/stages/1")["owner"] = "NOBODY", "/projects/0/stages/1/owner", "never ends"),
        ["an approval by the house"] = ("tecnosoluciones", json => json.At("projects/0/stages/4")["end"] = "APPROVAL", "/projects/0/stages/4/owner", "A stage of HOUSE that ends with APPROVAL never ends"),
        ["a suspension for want of the house"] = ("tecnosoluciones", json => json.At("projects/0/stages/4")["alertBusinessDays"] = 2, "/projects/0/stages/4/alertBusinessDays", "the house's own"),
        ["inputs that nobody hands over"] = ("tecnosoluciones", json => json.At("projects/0/stages/2")["end"] = "DONE", "/projects/0/stages/3/end", "'check' never ends"),
        ["inputs that there are none of"] = ("tecnosoluciones", json => json.At("projects/0")["inputs"] = new JsonArray(), "/projects/0/stages/2/end", "asks for no inputs"),
        ["inputs handed over twice"] = ("tecnosoluciones", json => json.At("projects/0/stages/1")["end"] = "INPUTS_GIVEN", "/projects/0/stages/2/end", "in one stage only"),
        ["a balance that is asked for too late"] = ("sense", json => json.At("projects/0/stages/6")["needs"] = new JsonArray("FULL_PAYMENT"), "/projects/0/stages", "'intermediate' waits for the whole payment"),
        ["a completion before the delivery"] = ("sense", json => json.At("projects/0")["completion"] = "production", "/projects/0/completion", "completed before it is delivered"),
        ["a completion by an unknown stage"] = ("sense", json => json.At("projects/0")["completion"] = "lunch", "/projects/0/completion", "There is no stage 'lunch'"),
        ["corrections of what is not approved"] = (
            "sense",
            json => json.At("projects/0/stages/1")["corrections"] = new JsonObject { ["unit"] = "BUSINESS_DAYS", ["amount"] = 1 },
            "/projects/0/stages/1/corrections",
            "a stage that ends with APPROVAL"),
        ["an end to a suspension that there is not"] = ("sense", json => json.At("projects/0/stages/2")["suspensionEnd"] = "ANSWER", "/projects/0/stages/2/suspensionEnd", "which this stage has not"),
    };

    private static readonly string[] FaultyByForm =
    [
        "a template in which no stage comes first", "a stage of nobody without a time", "a stage of nobody that somebody ends", "an approval by the house",
        "a suspension for want of the house", "an end to a suspension that there is not",
    ];

    public static TheoryData<string> Faults => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Every_fault_is_told_once_with_its_place(string name)
    {
        var (house, spoil, pointer, told) = All[name];
        var problem = Assert.Single(HandbookJson.Problems(house, spoil), problem => problem.JsonPointer == pointer);
        Assert.Contains(told, problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Line >= 1);
    }

    [Fact]
    public void The_schema_finds_stages_that_never_begin_or_end_where_their_form_tells()
    {
        var schema = new JsonSchemaCheck(JsonNode.Parse(HandbookCatalogue.ReadSchema())!.AsObject());
        Assert.All(FaultyByForm, name =>
        {
            var json = HandbookJson.Tree(All[name].House);
            All[name].Spoil(json);
            Assert.NotEmpty(schema.Check(json));
        });
    }
}
