using System.Text;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Abuse;

/// <summary>A request made to be slow or large.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Document">Its document, perhaps no UTF-8.</param>
/// <param name="Variables">Its variables as JSON; null for none.</param>
/// <param name="Expected">What its only answer names: a limit, a code or a part of the message; "data" where it is executed.</param>
public sealed record HostileRequest(string Name, byte[] Document, string? Variables, string Expected)
{
    public override string ToString() => Name;
}

/// <summary>The requests that tests and benchmarks send to a server with the limits that it has by itself.</summary>
public static class HostileRequests
{
    public const string Schema = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], slicingArgumentDefaultValue: Int, sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
        directive @tag repeatable on FIELD
        scalar Json
        input Search { text: String number: Int inner: Search all: [Search!] }
        interface Item { id: ID! self: Query items(first: Int): [Item!] @listSize(slicingArguments: ["first"], assumedSize: 100, requireOneSlicingArgument: false) }
        type Saw implements Item { id: ID! self: Query items(first: Int): [Item!] @listSize(slicingArguments: ["first"], assumedSize: 100, requireOneSlicingArgument: false) }
        type Plank implements Item { id: ID! self: Query items(first: Int): [Item!] @listSize(slicingArguments: ["first"], assumedSize: 100, requireOneSlicingArgument: false) }
        type Query {
          number(value: Int): Int
          text(value: String): String
          json(value: Json): Int
          find(search: Search, searches: [Search!], numbers: [Int!]): Int
          self: Query
          items(first: Int): [Item!] @listSize(slicingArguments: ["first"], assumedSize: 100, requireOneSlicingArgument: false)
        }
        """;

    public static IReadOnlyList<HostileRequest> All { get; } =
    [
        Of("10 000 aliases", $"{{ {Repeat(10_000, index => $"a{index}:number ")}}}", "MaxTokens"),
        Of("4 000 aliases", $"{{ {Repeat(4_000, index => $"a{index}:number ")}}}", "MaxAliases"),
        Of("200 levels", Nested(200), "MaxDepth"),
        Of("60 levels by fragments", $"{{ ...F0 }} {Repeat(60, index => $"fragment F{index} on Query {{ self {{ ...F{index + 1} }} }} ")} fragment F60 on Query {{ number }}", "MaxSelectionDepth"),
        Of("1 MB of query", $"{{ number {new string(' ', 1_000_000)} }}", "MaxDocumentSize"),
        Of("250 KB of one name", $"{{ {new string('a', 250_000)} }}", "Cannot query field"),
        Of("a fragment bomb, 2^40 fields", $"{{ ...F0 }} {Repeat(40, index => $"fragment F{index} on Query {{ self {{ ...F{index + 1} }} a: self {{ ...F{index + 1} }} }} ")} fragment F40 on Query {{ number }}", "MaxFields"),
        Of("a fragment bomb, many spreads", $"{{ {Spreads(10)} }} {Repeat(10, index => $"fragment F{index} on Query {{ {Repeat(50, _ => $"...F{index + 1} ")} number }} ")} fragment F10 on Query {{ number }}", "MaxFields"),
        Of("a fragment bomb within the limits", $"{{ ...F0 }} {Repeat(10, index => $"fragment F{index} on Query {{ self {{ ...F{index + 1} }} a: self {{ ...F{index + 1} }} }} ")} fragment F10 on Query {{ number }}", "MaxAliases"),
        Of("the same field 10 000 times", $"{{ {Repeat(10_000, _ => "number ")}}}", "MaxFields"),
        Of("the same field 5 000 times", $"{{ {Repeat(5_000, _ => "number ")}}}", "data"),
        Of("the same objects 1 600 times", $"{{ {Repeat(1_600, _ => "self { self { number } } ")}}}", "data"),
        Of("the same objects through 400 fragments", $"{{ {Repeat(400, index => $"...F{index} ")}}} {Repeat(400, index => $"fragment F{index} on Query {{ self {{ self {{ ...G{index} }} }} }} fragment G{index} on Query {{ number }} ")}", "data"),
        Of("490 conflicts", $"{{ {Repeat(490, index => $"a: number(value: {index}) ")}}}", "conflict"),
        Of("nested conflicts", $"{{ {Repeat(240, index => $"self {{ self {{ a: number(value: {index}) }} }} ")}}}", "conflict"),
        Of("conflicts of types that exclude each other", $"{{ items(first: 1) {{ {Repeat(120, index => $"... on Saw {{ a{index}: id }} ... on Plank {{ a{index}: id }} ")}}} }}", "data"),
        Of("5 000 directives", $"{{ number {Repeat(5_000, _ => "@skip(if:true)")}}}", "MaxTokens"),
        Of("2 000 directives", $"{{ number {Repeat(2_000, _ => "@tag ")}}}", "MaxDirectives"),
        Of("circular fragments", $"{{ ...F0 }} {Repeat(1_000, index => $"fragment F{index} on Query {{ ...F{(index + 1) % 1_000} }} ")}", "Cannot spread fragment"),
        new("invalid UTF-8", [.. "{ text(value: \""u8, 0xC3, 0x28, .. "\") }"u8], null, "Invalid UTF-8"),
        Of("a list in 10 000 lists", $"{{ json(value: {new string('[', 10_000)}{new string(']', 10_000)}) }}", "MaxDepth"),
        Of("an object in 2 000 objects", $"{{ find(search: {Repeat(2_000, _ => "{inner:")}{{}}{new string('}', 2_000)}) }}", "MaxDepth"),
        Of("a list of 15 000 numbers", $"{{ find(numbers: [{Repeat(15_000, index => $"{index},")}]) }}", "data"),
        Of("a number of 200 000 digits", $"{{ number(value: {new string('9', 200_000)}) }}", "Int cannot represent"),
        Of("a string of 200 000 letters", $"{{ text(value: \"{new string('x', 200_000)}\") }}", "data"),
        Of("introspection in introspection", "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "introspection depth"),
        Of("introspection 400 times", $"{{ {Repeat(400, index => $"a{index}: __schema {{ types {{ name fields {{ name type {{ name }} }} }} }} ")}}}", "COST_EXCEEDED"),
        Of("introspection 200 times", $"{{ {Repeat(200, index => $"a{index}: __schema {{ types {{ name }} }} ")}}}", "data"),
        Of("pages of pages of pages", "{ items(first: 100) { items(first: 100) { items(first: 100) { id } } } }", "COST_EXCEEDED"),
        Of("a page of two billion", "{ items(first: 2147483647) { items(first: 2147483647) { items(first: 2147483647) { id } } } }", "COST_EXCEEDED"),
        Of("30 interfaces in each other", $"{{ {Repeat(30, _ => "items(first: 1) { ")}id {new string('}', 30)} }}", "data"),
        Of("600 KB of variables", "query ($n: [Int!]) { find(numbers: $n) }", "MaxVariablesSize", $"{{\"n\":[{Repeat(100_000, _ => "12345,")}1]}}"),
        Of("100 000 wrong variables", "query ($n: [Int!]) { find(numbers: $n) }", "Too many errors", $"{{\"n\":[{Repeat(100_000, _ => "\"\",")}\"\"]}}"),
        Of("60 levels of variables", "query ($s: Search) { find(search: $s) }", "data", $"{{\"s\":{Repeat(60, _ => "{\"inner\":")}{{}}{new string('}', 60)}}}"),
        Of("a number of 300 000 digits in variables", "query ($n: Int) { number(value: $n) }", "Int cannot represent", $"{{\"n\":{new string('9', 300_000)}}}"),
        Of("20 000 input objects", "query ($s: [Search!]) { find(searches: $s) }", "data", $"{{\"s\":[{Repeat(20_000, _ => "{\"number\":1},")}{{}}]}}"),
    ];

    private static string Spreads(int count) => Repeat(count, index => $"...F{index} ");

    private static string Nested(int levels) => $"{{ {Repeat(levels, _ => "self { ")}number {new string('}', levels)} }}";

    /// <summary>A server for them with the limits that it has by itself; it knows no document yet.</summary>
    public static RequestExecutor BuildExecutor()
    {
        var builder = SchemaBuilder.FromDocument(Schema);
        builder.AddResolver("Query", "self", new PureResolver(_ => new object()));
        foreach (var field in (string[])["number", "text", "json", "find"])
        {
            builder.AddResolver("Query", field, new PureResolver(_ => field == "text" ? "" : 1));
        }

        foreach (var type in (string[])["Query", "Saw", "Plank"])
        {
            builder.AddResolver(type, "items", new PureResolver(_ => Array.Empty<object>()));
        }

        return new RequestExecutor(builder.Build());
    }

    private static HostileRequest Of(string name, string document, string expected, string? variables = null) =>
        new(name, Encoding.UTF8.GetBytes(document), variables, expected);

    private static string Repeat(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));
}
