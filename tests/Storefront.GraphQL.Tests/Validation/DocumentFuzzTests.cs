using System.Diagnostics;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Documents broken at random, from one seed: they are refused or accepted, and nothing else happens.</summary>
public class DocumentFuzzTests
{
    private const int Seed = 20250901;

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

    [Fact]
    public void Broken_documents_meet_only_errors_of_GraphQL()
    {
        var random = new Random(Seed);
        var (parsed, valid) = (0, 0);
        for (var index = 0; index < 4_000; index++)
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

            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5), source);
        }

        // Otherwise the documents are too broken to show anything.
        Assert.InRange(parsed, 400, 3_900);
        Assert.InRange(valid, 20, parsed);
    }

    [Fact]
    public void Broken_bytes_meet_only_errors_of_syntax()
    {
        var random = new Random(Seed);
        for (var index = 0; index < 4_000; index++)
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
