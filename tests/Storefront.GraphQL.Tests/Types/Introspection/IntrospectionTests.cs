using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Types.Introspection;

public sealed class IntrospectionTests
{
    private static readonly Schema Schema = SchemaBuilder.FromDocument(
        """"
        "All."
        schema { query: Query }
        type Query implements N { a(x: Int = 1, old: Int @deprecated): [Int!]! old: E @deprecated(reason: "Gone.") n: N u: U p: S i(i: I, p: P): ID }
        interface N { a(x: Int = 1, old: Int @deprecated): [Int!]! }
        enum E { A B @deprecated }
        union U = Query | O
        type O { q: String }
        scalar S @specifiedBy(url: "urn:s")
        input I { f: [E] = [A, B] old: Int @deprecated g: I }
        input P @oneOf { a: Int b: Int }
        directive @d(a: Int, old: Int @deprecated) repeatable on FIELD | OBJECT
        """").Build();

    [Fact]
    public async Task The_schema_tells_its_roots_types_and_directives()
    {
        var schema = (await AskAsync("{ __schema { description queryType { name } mutationType { name } types { name } directives { name isRepeatable locations args { name } all: args(includeDeprecated: true) { name isDeprecated } } } }")).GetProperty("__schema");

        Assert.Equal("All.", schema.GetProperty("description").GetString());
        Assert.Equal(JsonValueKind.Null, schema.GetProperty("mutationType").ValueKind);
        Assert.Equal(
            "Query Int ID N E U O String S I P Boolean __Schema __Type __TypeKind __Field __InputValue __EnumValue __Directive __DirectiveLocation",
            string.Join(' ', schema.GetProperty("types").EnumerateArray().Select(type => type.GetProperty("name").GetString())));
        Assert.Equal(
            "d include skip deprecated specifiedBy oneOf",
            string.Join(' ', schema.GetProperty("directives").EnumerateArray().Select(directive => directive.GetProperty("name").GetString())));
        Assert.Equal(
            """{"name":"d","isRepeatable":true,"locations":["FIELD","OBJECT"],"args":[{"name":"a"}],"all":[{"name":"a","isDeprecated":false},{"name":"old","isDeprecated":true}]}""",
            schema.GetProperty("directives")[0].GetRawText());
    }

    [Theory]
    [InlineData("Query", "kind fields { name args { name defaultValue } } interfaces { name }", """{"kind":"OBJECT","fields":[{"name":"a","args":[{"name":"x","defaultValue":"1"}]},{"name":"n","args":[]},{"name":"u","args":[]},{"name":"p","args":[]},{"name":"i","args":[{"name":"i","defaultValue":null},{"name":"p","defaultValue":null}]}],"interfaces":[{"name":"N"}]}""")]
    [InlineData("N", "kind possibleTypes { name } fields { type { kind name ofType { kind ofType { kind ofType { name } } } } } interfaces { name }", """{"kind":"INTERFACE","possibleTypes":[{"name":"Query"}],"fields":[{"type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","ofType":{"kind":"NON_NULL","ofType":{"name":"Int"}}}}}],"interfaces":[]}""")]
    [InlineData("E", "enumValues { name } all: enumValues(includeDeprecated: true) { name isDeprecated deprecationReason }", """{"enumValues":[{"name":"A"}],"all":[{"name":"A","isDeprecated":false,"deprecationReason":null},{"name":"B","isDeprecated":true,"deprecationReason":"No longer supported"}]}""")]
    [InlineData("U", "kind possibleTypes { name } fields { name } inputFields { name } enumValues { name } specifiedByURL isOneOf", """{"kind":"UNION","possibleTypes":[{"name":"Query"},{"name":"O"}],"fields":null,"inputFields":null,"enumValues":null,"specifiedByURL":null,"isOneOf":null}""")]
    [InlineData("S", "kind specifiedByURL", """{"kind":"SCALAR","specifiedByURL":"urn:s"}""")]
    [InlineData("I", "inputFields { name defaultValue } isOneOf", """{"inputFields":[{"name":"f","defaultValue":"[A, B]"},{"name":"g","defaultValue":null}],"isOneOf":false}""")]
    [InlineData("P", "isOneOf", """{"isOneOf":true}""")]
    [InlineData("__TypeKind", "kind enumValues { name }", """{"kind":"ENUM","enumValues":[{"name":"SCALAR"},{"name":"OBJECT"},{"name":"INTERFACE"},{"name":"UNION"},{"name":"ENUM"},{"name":"INPUT_OBJECT"},{"name":"LIST"},{"name":"NON_NULL"}]}""")]
    public async Task A_type_tells_what_it_is(string type, string selection, string expected) =>
        Assert.Equal(expected, (await AskAsync($"{{ __type(name: \"{type}\") {{ {selection} }} }}")).GetProperty("__type").GetRawText());

    [Theory]
    [InlineData("Float = 1.50", "1.5")]
    [InlineData("Float = 1e3", "1000")]
    [InlineData("Float = 1e-7", "1e-7")]
    [InlineData("Float = 1e21", "1e+21")]
    [InlineData("Float = 1e20", "100000000000000000000")]
    [InlineData("Float = 123456789012345680.0", "123456789012345680")]
    [InlineData("Float = 0.00001", "0.00001")]
    [InlineData("Float = -0.000001234", "-0.000001234")]
    [InlineData("Float = 12.340e-9", "1.234e-8")]
    [InlineData("Float = 1e23", "1e+23")]
    [InlineData("Float = -0.0", "0")]
    [InlineData("Float = 1234567890123456789012345", "1.2345678901234568e+24")]
    [InlineData("[Float!] = 2.0", "[2]")]
    [InlineData("[ID!]! = [\"0\"]", "[0]")]
    [InlineData("ID = \"-12\"", "-12")]
    [InlineData("ID = \"08\"", "\"08\"")]
    [InlineData("ID = \"\"", "\"\"")]
    [InlineData("ID = \"-\"", "\"-\"")]
    [InlineData("String = \"0\"", "\"0\"")]
    public async Task A_default_is_written_as_briefly_as_it_can_be(string argument, string expected)
    {
        var schema = SchemaBuilder.FromDocument($"type Query {{ a(x: {argument}): Int }}").Build();

        var data = await AskAsync("{ __type(name: \"Query\") { fields { args { defaultValue } } } }", schema);

        Assert.Equal(expected, data.GetProperty("__type").GetProperty("fields")[0].GetProperty("args")[0].GetProperty("defaultValue").GetString());
    }

    [Fact]
    public async Task What_is_deprecated_is_told_when_asked_for()
    {
        var fields = (await AskAsync("{ __type(name: \"Query\") { fields(includeDeprecated: true) { name isDeprecated deprecationReason args(includeDeprecated: true) { name isDeprecated } } } }"))
            .GetProperty("__type").GetProperty("fields");

        Assert.Equal("""{"name":"a","isDeprecated":false,"deprecationReason":null,"args":[{"name":"x","isDeprecated":false},{"name":"old","isDeprecated":true}]}""", fields[0].GetRawText());
        Assert.Equal("""{"name":"old","isDeprecated":true,"deprecationReason":"Gone.","args":[]}""", fields[1].GetRawText());
    }

    [Fact]
    public async Task An_unknown_type_is_null_and_a_type_name_is_told_anywhere() => Assert.Equal(
        """{"__type":null,"__typename":"Query","__schema":{"__typename":"__Schema"}}""",
        (await AskAsync("{ __type(name: \"Nope\") { name } __typename __schema { __typename } }")).GetRawText());

    private static async Task<JsonElement> AskAsync(string document, Schema? schema = null)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var result = await new RequestExecutor(schema ?? Schema).ExecuteAsync(new OperationRequest { Document = Encoding.UTF8.GetBytes(document), Services = services });
        var response = JsonDocument.Parse(Assert.IsAssignableFrom<OperationResult>(result).Body).RootElement;
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data").Clone();
    }
}
