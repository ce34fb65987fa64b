using System.Text.Json.Nodes;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Tests.Types.Introspection;

/// <summary>What a client makes of the answer to the standard question for a schema: a schema document.</summary>
internal static class IntrospectedSchema
{
    /// <summary>The question of graphql-js's <c>getIntrospectionQuery</c> with all that it can ask.</summary>
    public const string Query = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind } mutationType { name kind } subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    private static readonly string[] Operations = ["query", "mutation", "subscription"];

    private static readonly HashSet<string> Specified = ["Int", "Float", "String", "Boolean", "ID", "include", "skip", "deprecated", "specifiedBy", "oneOf"];

    public static string ToDocument(JsonNode schema)
    {
        var roots = Operations
            .Where(operation => schema[$"{operation}Type"] is not null)
            .Select(operation => $"{operation}: {schema[$"{operation}Type"]!["name"]}");
        return string.Join('\n', [
            $"{Description(schema)} schema {{ {string.Join(' ', roots)} }}",
            .. schema["directives"]!.AsArray().Where(IsOwn).Select(directive => Directive(directive!)),
            .. schema["types"]!.AsArray().Where(IsOwn).Select(type => Type(type!)),
        ]);
    }

    private static bool IsOwn(JsonNode? definition) => Text(definition!, "name") is var name && !Specified.Contains(name!) && !name!.StartsWith("__", StringComparison.Ordinal);

    private static string Directive(JsonNode directive) =>
        $"{Description(directive)} directive @{directive["name"]}{Arguments(directive)} {((bool)directive["isRepeatable"]! ? "repeatable" : string.Empty)} on {string.Join(" | ", directive["locations"]!.AsArray())}";

    private static string Type(JsonNode type) => Description(type) + (Text(type, "kind") switch
    {
        "SCALAR" => $"scalar {type["name"]} {(Text(type, "specifiedByURL") is { } url ? $"@specifiedBy(url: {SyntaxPrinter.PrintString(url)})" : string.Empty)}",
        "OBJECT" => $"type {type["name"]} {Interfaces(type)} {Block(type, "fields", Field)}",
        "INTERFACE" => $"interface {type["name"]} {Interfaces(type)} {Block(type, "fields", Field)}",
        "UNION" => $"union {type["name"]} = {string.Join(" | ", type["possibleTypes"]!.AsArray().Select(member => Reference(member!)))}",
        "ENUM" => $"enum {type["name"]} {Block(type, "enumValues", value => $"{Description(value)} {value["name"]} {Deprecation(value)}")}",
        "INPUT_OBJECT" => $"input {type["name"]} {((bool)type["isOneOf"]! ? "@oneOf" : string.Empty)} {Block(type, "inputFields", Input)}",
        var kind => throw new InvalidOperationException(kind),
    });

    private static string Interfaces(JsonNode type) => type["interfaces"]!.AsArray() is { Count: > 0 } interfaces
        ? $"implements {string.Join(" & ", interfaces.Select(contract => Reference(contract!)))}"
        : string.Empty;

    private static string Field(JsonNode field) => $"{Description(field)} {field["name"]}{Arguments(field)}: {Reference(field["type"]!)} {Deprecation(field)}";

    private static string Arguments(JsonNode owner) => owner["args"]!.AsArray() is { Count: > 0 } arguments
        ? $"({string.Join(' ', arguments.Select(argument => Input(argument!)))})"
        : string.Empty;

    private static string Input(JsonNode input) =>
        $"{Description(input)} {input["name"]}: {Reference(input["type"]!)} {(Text(input, "defaultValue") is { } value ? $"= {value}" : string.Empty)} {Deprecation(input)}";

    private static string Reference(JsonNode type) => Text(type, "kind") switch
    {
        "LIST" => $"[{Reference(type["ofType"]!)}]",
        "NON_NULL" => $"{Reference(type["ofType"]!)}!",
        _ => Text(type, "name")!,
    };

    private static string Deprecation(JsonNode member) =>
        (bool)member["isDeprecated"]! ? $"@deprecated(reason: {SyntaxPrinter.PrintString(Text(member, "deprecationReason")!)})" : string.Empty;

    private static string Block(JsonNode type, string members, Func<JsonNode, string> print) => $"{{ {string.Join(' ', type[members]!.AsArray().Select(member => print(member!)))} }}";

    private static string Description(JsonNode definition) => Text(definition, "description") is { } text ? SyntaxPrinter.PrintString(text) + " " : string.Empty;

    private static string? Text(JsonNode node, string name) => (string?)node[name];
}
