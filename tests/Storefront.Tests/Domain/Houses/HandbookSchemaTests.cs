using System.Text.Json.Nodes;
using Storefront.Domain.Houses;
using Storefront.Domain.Houses.Reading;

namespace Storefront.Tests.Domain.Houses;

/// <summary>The schema is for editors, the loader decides: they must say the same.</summary>
public class HandbookSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(HandbookCatalogue.ReadSchema())!.AsObject();

    [Fact]
    public void Every_handbook_is_valid_by_the_schema()
    {
        Assert.All(HandbookCatalogue.Keys, key => Assert.Empty(new JsonSchemaCheck(Schema).Check(JsonNode.Parse(HandbookCatalogue.ReadResource(key)))));
    }

    [Fact]
    public void The_schema_finds_faults_of_form()
    {
        string[] byForm =
        [
            "an unknown property", "an unknown property deep inside", "a missing property", "a number where a text belongs", "an empty text", "a newer schema",
            "half a minute", "negative minutes", "more percent than there is", "a price as a number", "a choice that there is not", "a choice twice",
            "a time that there is not", "a week without hours", "an e-mail address that is none", "an address that is none", "a key with a space",
        ];
        Assert.All(byForm, name =>
        {
            var json = HandbookJson.Tree();
            HandbookFault.All[name].Spoil(json);
            Assert.NotEmpty(new JsonSchemaCheck(Schema).Check(json));
        });
    }

    [Fact]
    public void Loader_and_schema_know_the_same_objects_and_properties()
    {
        var asked = AskedByTheLoader();
        Assert.Equal(asked.Keys, ObjectsOfTheSchema().Select(definition => definition.Key).Order(StringComparer.Ordinal));
        foreach (var (name, definition) in ObjectsOfTheSchema())
        {
            var properties = definition["properties"]!.AsObject();
            Assert.Equal(asked[name].Keys, properties.Select(property => property.Key).Order(StringComparer.Ordinal));
            Assert.Equal(
                asked[name].Where(property => property.Value.Required).Select(property => property.Key),
                definition["required"]!.AsArray().Select(required => $"{required}").Order(StringComparer.Ordinal));
            Assert.All(asked[name], property => AssertAlike($"{name}.{property.Key}", property.Value, properties[property.Key]!.AsObject()));
        }
    }

    [Fact]
    public void Every_object_and_property_of_the_schema_is_described_and_closed()
    {
        Assert.All(ObjectsOfTheSchema(), definition =>
        {
            Assert.False(definition.Value["additionalProperties"]!.GetValue<bool>());
            Assert.NotEmpty($"{definition.Value["description"]}");
            Assert.All(definition.Value["properties"]!.AsObject(), property => Assert.NotEmpty($"{property.Value!["description"]}"));
        });
    }

    private static IReadOnlyDictionary<string, SortedDictionary<string, ShapeProperty>> AskedByTheLoader()
    {
        var register = new ShapeRegister();
        Assert.All(HandbookCatalogue.Keys, key => Assert.False(HandbookLoader.Load(HandbookCatalogue.ReadResource(key), register).IsRefused));
        return register.Shapes;
    }

    private static IEnumerable<KeyValuePair<string, JsonObject>> ObjectsOfTheSchema() => Schema["$defs"]!.AsObject()
        .Where(definition => definition.Value!["properties"] is not null)
        .Select(definition => KeyValuePair.Create(definition.Key, definition.Value!.AsObject()))
        .Append(KeyValuePair.Create("handbook", Schema));

    private static void AssertAlike(string name, ShapeProperty asked, JsonObject property)
    {
        var item = asked.Type.EndsWith("[]", StringComparison.Ordinal) ? asked.Type[..^2] : null;
        var expected = asked.Type switch
        {
            "integer" or "number" or "boolean" => $"type {asked.Type}",
            "choice" => $"enum {string.Join(",", asked.Choices)}",
            "choice[]" => $"array of enum {string.Join(",", asked.Choices)}",
            _ => item is null ? $"ref {asked.Type}" : $"array of ref {item}",
        };
        Assert.Equal($"{name}: {expected}", $"{name}: {Form(property)}");
        Assert.Equal(asked.Minimum, (item is null ? property["minimum"] : property["minItems"])?.GetValue<long>());
        Assert.Equal(asked.Maximum, property["maximum"]?.GetValue<long>());
    }

    private static string Form(JsonObject property)
    {
        if (property["items"] is JsonObject items)
        {
            return $"array of {Form(items)}";
        }

        return property["$ref"] is { } reference ? $"ref {$"{reference}"["#/$defs/".Length..]}"
            : property["enum"] is JsonArray choices ? $"enum {string.Join(",", choices)}"
            : $"type {property["type"]}";
    }
}
