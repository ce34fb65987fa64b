using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Types.Introspection;

/// <summary>The whole schema as tools ask for it: what they make of it is the schema, and to be asked again costs nothing.</summary>
public sealed class IntrospectionAnswerTests : IDisposable
{
    private static readonly Schema Schema = SchemaBuilder.FromDocument(
        """"
        """
        All, with "quotes" and
        lines.
        """
        schema { query: Root subscription: Live }
        "The root."
        type Root implements N & M { a(x: Int = 1, "Not any more." old: [E!] = [A] @deprecated): [Int!]! old: E @deprecated(reason: "Gone \"now\".") n: N u: U p: S i(i: I = { f: [B] }, p: P): ID }
        interface N implements M { a(x: Int = 1): [Int!]! }
        interface M { a(x: Int = 1): [Int!]! }
        "Letters."
        enum E { "First." A B @deprecated }
        union U = Root | O
        type O { q: String deep: [[[Float!]!]!]! }
        type Live { n: Int }
        scalar S @specifiedBy(url: "urn:s")
        input I { f: [E] = [A, B] old: Int @deprecated g: I }
        input P @oneOf { a: Int b: Int }
        "Marks."
        directive @d(a: Int = 3, old: Int @deprecated) repeatable on FIELD | OBJECT
        """").Build();

    private readonly ExecutorOptions options = new();
    private readonly RequestExecutor executor;
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();

    public IntrospectionAnswerTests()
    {
        options.Cost.ReportCost = true;
        executor = new RequestExecutor(Schema, options);
    }

    [Fact]
    public async Task The_standard_question_tells_the_whole_schema()
    {
        var answer = JsonNode.Parse(await AskAsync(IntrospectedSchema.Query))!["data"]!["__schema"]!;

        var rebuilt = SchemaBuilder.FromDocument(IntrospectedSchema.ToDocument(answer)).Build();

        Assert.Equal(SchemaPrinter.Print(Schema, withDirectives: false), SchemaPrinter.Print(rebuilt, withDirectives: false));
    }

    // Whoever has no time cannot execute a list, so that what is answered then was kept.
    [Theory]
    [InlineData(IntrospectedSchema.Query, true)]
    [InlineData("{ __typename a: __schema { types { name } } }", true)]
    [InlineData("{ ... on Root { __schema { types { name } } } }", true)]
    [InlineData("query A { __schema { types { name } } } query B { a }", true)]
    [InlineData("{ n { a } __schema { types { name } } }", false)]
    [InlineData("{ __type(name: \"Root\") { fields { name } } __schema { types { name } } }", false)]
    [InlineData("query ($all: Boolean = false) { __schema { types { fields(includeDeprecated: $all) { name } } } }", false)]
    public async Task The_answer_to_a_question_for_the_whole_schema_alone_is_kept(string document, bool isKept)
    {
        var first = await AskAsync(document);
        options.ExecutionTimeout = TimeSpan.Zero;
        var second = await AskAsync(document);

        Assert.Equal(isKept, first == second);
        Assert.Equal(isKept, !second.Contains("errors", StringComparison.Ordinal));
        Assert.Equal(isKept, second.Contains("\"actualQueryCost\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_last_few_are_kept_however_many_ways_there_are_to_ask()
    {
        var documents = Enumerable.Range(0, 20).Select(index => $"{{ a{index}: __schema {{ types {{ name }} }} }}").ToList();
        foreach (var document in documents)
        {
            await AskAsync(document);
        }

        options.ExecutionTimeout = TimeSpan.Zero;
        var answers = new List<string>();
        foreach (var document in documents)
        {
            answers.Add(await AskAsync(document));
        }

        Assert.Equal(16, answers.Count(answer => answer.StartsWith("{\"data\":", StringComparison.Ordinal)));
        Assert.All(answers[4..], answer => Assert.StartsWith("{\"data\":", answer, StringComparison.Ordinal));
    }

    public void Dispose() => services.Dispose();

    private async Task<string> AskAsync(string document)
    {
        var name = document.StartsWith("query A", StringComparison.Ordinal) ? "A" : null;
        await using var result = await executor.ExecuteAsync(new OperationRequest { Document = Encoding.UTF8.GetBytes(document), OperationName = name, Services = services });
        return Encoding.UTF8.GetString(Assert.IsAssignableFrom<OperationResult>(result).Body.Span);
    }
}
