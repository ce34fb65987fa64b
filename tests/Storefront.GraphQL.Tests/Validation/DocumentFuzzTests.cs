using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Validation;
using Xunit.Abstractions;

namespace Storefront.GraphQL.Tests.Validation;

/// <summary>
/// Documents and variables broken at random, from one seed that the output names: they are refused or accepted within their budget, and nothing
/// else happens. Another seed, or more rounds, are given by <c>GRAPHQL_FUZZ_SEED</c> and <c>GRAPHQL_FUZZ_ROUNDS</c>.
/// </summary>
public class DocumentFuzzTests
{
    // Far more than a document needs, since the machine may have much else to do.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    private static readonly int Seed = Setting("GRAPHQL_FUZZ_SEED", 20250901);
    private static readonly int Rounds = Setting("GRAPHQL_FUZZ_ROUNDS", 4_000);

    private static readonly string[] Sources =
    [
        "query Q($id: ID! = 1 @mark(note: \"n\"), $s: Search) { item(id: $id) { ...F @tag ... on Saw { teeth size } } find(search: $s, key: {range: {from: 1}}) { id } }\nfragment F on Item { id title(upper: true) @include(if: true) }",
        "mutation M { a: add(name: \"é😀\\u{1F600}\") { id things(first: 2, kinds: [METRE FOOT]) { __typename ... on Plank { length(unit: FOOT) } } } }",
        "subscription { added { ...B } } fragment B on Bench { name next { ...C } } fragment C on Bench { id next { id } }",
        "{ find(json: {a: [1, 2.5, \"\"\"b\n  c\"\"\", null, true, E, {}]}, search: {deep: {ranges: [{from: 1 to: 2}]}}) { __typename } __schema { types { name } } }",
        ValidationSchema.Source,
    ];

    private static readonly string[] Tokens =
    [
        "{", "}", "(", ")", "[", "]", "!", "$", "@", "...", "...F", "on", ":", "=", "|", "&", "\"", "\"\"\"", "\\", "#", "\n", "\r", "\uFEFF", "é", "😀", "\0",
        "$id", "@skip(if: true)", "@tag", "null", "true", "-", "0", "1e400", "99999999999999999999", "\"\\uD800\"", "id", "Query", "Key", "fragment F on Query { ...F }",
        "extend", "type", "schema", "{ id }", "a: a", "number",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "2147483648", "99999999999999999999", "\"\"", "\"x\"", "\"METRE\"", "\"\\uD800\"", "\"\\u0000\"", "[]", "[null]", "[[1]]", "{}",
        "{\"id\": 1}", "{\"id\": 1, \"id\": null}", "{\"range\": {\"from\": 1}}", "{\"deep\": {\"ranges\": [{}]}}", "{\"\": 1}", "{\"a\": {\"a\": {\"a\": [{\"a\": 1}]}}}",
    ];

    private readonly ITestOutputHelper output;

    public DocumentFuzzTests(ITestOutputHelper output)
    {
        this.output = output;
        output.WriteLine($"Seed {Seed}, {Rounds} rounds.");
    }

    [Fact]
    public void Broken_documents_meet_only_errors_of_GraphQL()
    {
        var random = new Random(Seed);
        var (parsed, valid) = (0, 0);
        for (var index = 0; index < Rounds; index++)
        {
            var source = Break(Sources[random.Next(Sources.Length)], random);
            var start = Stopwatch.GetTimestamp();
            try
            {
                var document = Utf8GraphQLParser.Parse(source);
                parsed++;
                var printed = SyntaxPrinter.Print(document);
                Assert.Equal(printed, SyntaxPrinter.Print(Utf8GraphQLParser.Parse(printed)));
                valid += DocumentValidator.Validate(ValidationSchema.Schema, document, new ValidationOptions { Suggestions = true }).Count == 0 ? 1 : 0;
                SchemaDocumentValidator.Validate(document);
            }
            catch (SyntaxException error)
            {
                Assert.StartsWith("Syntax Error: ", error.Message, StringComparison.Ordinal);
                Assert.True(error.Line > 0 && error.Column > 0);
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < Budget, source);
        }

        // Otherwise the documents are too broken to show anything.
        output.WriteLine($"{parsed} could be parsed, {valid} were valid.");
        Assert.InRange(parsed, Rounds / 10, Rounds - (Rounds / 40));
        Assert.InRange(valid, Rounds / 200, parsed);
    }

    [Fact]
    public void Broken_bytes_meet_only_errors_of_syntax()
    {
        var random = new Random(Seed);
        for (var index = 0; index < Rounds; index++)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(Sources[random.Next(Sources.Length)]);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Utf8GraphQLParser.Parse(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
            }
            catch (SyntaxException error)
            {
                Assert.True(error.Line > 0 && error.Column > 0);
            }
        }
    }

    [Fact]
    public void Variables_of_any_kind_are_coerced_or_refused()
    {
        var random = new Random(Seed);
        var (coerced, refused) = (0, 0);
        string[] types = ["ID", "ID!", "Int", "Float", "String!", "Boolean", "[Int]", "[[Int!]]", "Search", "Search!", "[Search!]", "Key", "Key!", "[Key]", "Unit", "[Unit!]!", "Json"];
        for (var index = 0; index < Rounds; index++)
        {
            var type = types[random.Next(types.Length)];
            var json = $"{{\"v\": {Value(random, 0)}{(random.Next(4) == 0 ? $", \"v\": {Value(random, 1)}" : string.Empty)}}}";
            var operation = (OperationDefinitionNode)Utf8GraphQLParser.Parse($"query($v: {type}) {{ __typename }}").Definitions[0];
            var errors = new List<GraphQLError>();
            var start = Stopwatch.GetTimestamp();
            if (!KnowsTypeOf(operation))
            {
                continue;
            }

            VariableCoercion.Coerce(ValidationSchema.Schema, operation, JsonDocument.Parse(json).RootElement, errors, suggestsNames: true);
            (coerced, refused) = errors.Count == 0 ? (coerced + 1, refused) : (coerced, refused + 1);
            Assert.True(errors.Count <= VariableCoercion.MaxErrors + 1, json);
            Assert.All(errors, error => Assert.NotEmpty(error.Message));
            Assert.True(Stopwatch.GetElapsedTime(start) < Budget, json);
        }

        output.WriteLine($"{coerced} were coerced, {refused} refused.");
        Assert.True(coerced > Rounds / 20 && refused > Rounds / 20, $"{coerced} {refused}");
    }

    private static bool KnowsTypeOf(OperationDefinitionNode operation) =>
        DocumentValidator.Validate(ValidationSchema.Schema, new DocumentNode([operation])).All(error => error.Rule == "NoUnusedVariables");

    private static string Value(Random random, int depth) => random.Next(depth < 4 ? 6 : 4) switch
    {
        4 => $"[{Value(random, depth + 1)}, {Value(random, depth + 1)}]",
        5 => $"{{\"{(random.Next(2) == 0 ? "range" : "deep")}\": {Value(random, depth + 1)}, \"number\": {Value(random, depth + 1)}}}",
        _ => Values[random.Next(Values.Length)],
    };

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;

    private static string Break(string source, Random random)
    {
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(source.Length);
            var length = Math.Min(random.Next(6), source.Length - at);
            var piece = random.Next(3) switch
            {
                0 => string.Empty,
                1 => $" {Tokens[random.Next(Tokens.Length)]} ",
                _ => source.Substring(random.Next(source.Length / 2), random.Next(20)),
            };
            source = string.Concat(source.AsSpan(0, at), piece, source.AsSpan(random.Next(2) == 0 ? at : at + length));
        }

        return source;
    }
}
