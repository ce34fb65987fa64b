using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Tests.Conformance;

/// <summary>Every case of <c>Cases/</c> has the verdict of the reference.</summary>
public class OwnCaseTests
{
    [Fact]
    public Task Documents_parse_to_the_same_nodes_or_break_at_the_same_place() => OwnCases.Read("syntax.json").CheckAsync(item =>
    {
        var source = item.GetProperty("document").GetString()!;
        var expected = item.TryGetProperty("error", out var error) ? error.GetString()! : $"{item.GetProperty("printed").GetString()}\n{item.GetProperty("nodes").GetString()}";
        try
        {
            var document = Utf8GraphQLParser.Parse(source);
            var nodes = new List<string>();
            AddNodes(document, source, nodes);
            return (expected, $"{SyntaxPrinter.Print(document)}\n{string.Join('\n', nodes.Order(StringComparer.Ordinal))}");
        }
        catch (SyntaxException exception)
        {
            return (expected, $"{exception.Line}:{exception.Column}");
        }
    });

    [Fact]
    public Task Documents_break_the_same_rules_at_the_same_places()
    {
        var cases = OwnCases.Read("validation.json");
        return cases.CheckAsync(item =>
        {
            var document = Utf8GraphQLParser.Parse(item.GetProperty("document").GetString()!);
            var errors = DocumentValidator.Validate(cases.Schemas[item.GetProperty("schema").GetString()!], document);
            return (OwnCases.Lines(item.GetProperty("errors")), string.Join('\n', errors.Select(error => string.Join(' ', [error.Rule, .. Places(error)]))));
        });
    }

    [Fact]
    public Task Schemas_are_refused_for_as_many_faults() => OwnCases.Read("schemas.json").CheckAsync(item =>
    {
        var document = Utf8GraphQLParser.Parse(item.GetProperty("document").GetString()!);
        if (item.GetProperty("stage").GetString() == "document")
        {
            var errors = SchemaDocumentValidator.Validate(document).Select(error => string.Join(',', Places(error))).Order(StringComparer.Ordinal);
            Assert.Throws<SchemaException>(() => SchemaBuilder.FromDocument(document).Build());
            return (OwnCases.Lines(item.GetProperty("at")), string.Join('\n', errors));
        }

        // What the reference does not look for.
        var faults = Assert.Throws<SchemaException>(() => SchemaBuilder.FromDocument(document).Build()).Errors
            .Where(error => !error.Message.Contains("invalid default value", StringComparison.Ordinal) && !error.Message.Contains("The default value of", StringComparison.Ordinal) && !error.Message.Contains("must not be deprecated", StringComparison.Ordinal)
                && !error.Message.Contains("must not reference itself", StringComparison.Ordinal));
        return (item.GetProperty("errors").ToString(), faults.Count().ToString(CultureInfo.InvariantCulture));
    });

    [Fact]
    public Task Operations_give_the_same_data_and_errors_at_the_same_paths()
    {
        var cases = OwnCases.Read("execution.json");
        return cases.CheckAsync(async item =>
        {
            var schema = cases.Schemas[item.GetProperty("schema").GetString()!];
            Attach(schema, item.GetProperty("values"));
            await using var services = new ServiceCollection().BuildServiceProvider();
            await using var result = (OperationResult)await new RequestExecutor(schema).ExecuteAsync(new OperationRequest
            {
                Document = Encoding.UTF8.GetBytes(item.GetProperty("document").GetString()!),
                OperationName = item.TryGetProperty("operationName", out var name) ? name.GetString() : null,
                Variables = item.GetProperty("variables"),
                Services = services,
            });
            var response = JsonNode.Parse(result.Body.Span)!.AsObject();
            var errors = response["errors"]?.AsArray().Select(error => $"{string.Join('.', (error!["path"]?.AsArray() ?? []).Select(part => part!.ToString()))}@{string.Join(',', (error["locations"]?.AsArray() ?? []).Select(place => $"{place!["line"]}:{place["column"]}"))}") ?? [];
            var expected = item.TryGetProperty("data", out var data) ? Plain(JsonNode.Parse(data.GetRawText())) : "none";
            return (
                $"{expected} {string.Join(' ', item.GetProperty("errors").EnumerateArray().Select(error => error.GetString()!).Order(StringComparer.Ordinal))}",
                $"{(response.ContainsKey("data") ? Plain(response["data"]) : "none")} {string.Join(' ', errors.Order(StringComparer.Ordinal))}");
        });
    }

    [Fact]
    public Task Variables_are_coerced_to_the_same_values_or_refused_at_the_same_places()
    {
        var cases = OwnCases.Read("variables.json");
        var schema = SchemaBuilder.FromDocument(cases.Text("schema")).Build();
        return cases.CheckAsync(item =>
        {
            var operation = (OperationDefinitionNode)Utf8GraphQLParser.Parse(item.GetProperty("document").GetString()!).Definitions[0];
            var errors = new List<GraphQLError>();
            var values = VariableCoercion.Coerce(schema, operation, item.GetProperty("variables"), errors);
            return item.TryGetProperty("values", out var expected)
                ? (Plain(JsonNode.Parse(expected.GetString()!)), errors.Count > 0 ? string.Join('\n', errors) : Plain(ConformanceResolvers.Canonical(values)))
                : (OwnCases.Lines(item.GetProperty("errors")), string.Join('\n', errors.Select(error => string.Join(' ', [.. Places(error), .. PathsIn(error)]))));
        });
    }

    private static IEnumerable<string> Places(GraphQLError error) => error.Locations.Select(place => $"{place.Line}:{place.Column}");

    private static IEnumerable<string> PathsIn(GraphQLError error)
    {
        var start = error.Message.IndexOf(" at \"", StringComparison.Ordinal) + 5;
        return start < 5 ? [] : [error.Message[start..error.Message.IndexOf("\"; ", start, StringComparison.Ordinal)]];
    }

    // Numbers are compared as numbers: 1.0 and 1 are the same JSON.
    internal static string Plain(JsonNode? node) => node switch
    {
        JsonObject entries => $"{{{string.Join(',', entries.Select(entry => $"\"{entry.Key}\":{Plain(entry.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Plain))}]",
        null => "null",
        _ => node.GetValueKind() switch
        {
            JsonValueKind.Number => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
            JsonValueKind.String when JsonOf(node.GetValue<string>()) is { } inner => $"<{Plain(inner)}>",
            _ => node.ToJsonString(),
        },
    };

    // What a field echoes is JSON inside a string.
    private static JsonObject? JsonOf(string text)
    {
        try
        {
            return text.StartsWith('{') ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Attach(Schema schema, JsonElement values)
    {
        foreach (var type in schema.Types.Where(type => !type.IsSpecified))
        {
            switch (type)
            {
                case InterfaceType contract:
                    contract.ResolveType = ConformanceResolvers.TypeNameOf;
                    break;
                case UnionType union:
                    union.ResolveType = ConformanceResolvers.TypeNameOf;
                    break;
                case ObjectType objectType:
                    foreach (var field in objectType.Fields)
                    {
                        field.Resolver = new PureResolver(context => Resolve(context, values));
                    }

                    break;
            }
        }
    }

    private static object? Resolve(IResolverContext context, JsonElement values)
    {
        if (!values.TryGetProperty(string.Join('.', context.Path.ToList()), out var entry))
        {
            return null;
        }

        return entry.TryGetProperty("throw", out _) ? throw new GraphQLException("thrown")
            : entry.TryGetProperty("echo", out _) ? ConformanceResolvers.Unescape(ConformanceResolvers.Canonical(context.Arguments)!.ToJsonString(ConformanceResolvers.ReadableJson))
            : ConformanceResolvers.ToObject(entry.GetProperty("value"));
    }

    private static void AddNodes(SyntaxNode node, string source, List<string> nodes)
    {
        var bytes = Encoding.UTF8.GetBytes(source);
        var (start, end) = (Encoding.UTF8.GetCharCount(bytes, 0, node.Location!.Start), Encoding.UTF8.GetCharCount(bytes, 0, node.Location.End));
        nodes.Add($"{node.Kind} {start}-{end} {node.Location.Line}:{node.Location.Column}");
        foreach (var property in node.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var value = property.GetValue(node);
            foreach (var child in value is SyntaxNode single ? [single] : (value as IEnumerable)?.OfType<SyntaxNode>() ?? [])
            {
                AddNodes(child, source, nodes);
            }
        }
    }
}
