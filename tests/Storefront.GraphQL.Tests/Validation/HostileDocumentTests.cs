using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Documents made to be slow. Each must be judged in a quarter of a second; what is too much is refused.</summary>
[Collection(nameof(AloneCollection))]
public class HostileDocumentTests
{
    /// <summary>Thousands of operations that share thousands of uses of a variable.</summary>
    private static string ManyUses =>
        $"{Repeat(2_000, index => $"query Q{index}($v: Int!) {{ ...F }} ")} fragment F on Query {{ {Repeat(2_000, index => $"a{index}: number(value: $v) ")} }}";

    /// <summary>Two ways at every level, each leaving a mark: as many different sets of fields as there are paths.</summary>
    private static string Exponential =>
        $"{{ ...A0 }} {Repeat(24, index => $"fragment A{index} on Query {{ self {{ ...A{index + 1} ...X{index}Y{index + 1} }} a: self {{ ...A{index + 1} }} }} {Repeat(24 - index, depth => $"fragment X{index}Y{index + depth + 1} on Query {{ m{index}: number self {{ ...X{index}Y{index + depth + 2} }} a: self {{ ...X{index}Y{index + depth + 2} }} }} ")} fragment X{index}Y25 on Query {{ number }} ")} fragment A24 on Query {{ number }}";

    public static TheoryData<string, bool> Documents => new()
    {
        { $"{{ {Repeat(10_000, index => $"a{index}: number ")} }}", true },
        { $"{{ {Repeat(10_000, _ => "number ")} }}", true },
        { $"{{ {Repeat(5_000, _ => "saw { id } ")} }}", true },
        { $"{{ {Repeat(5_000, index => $"a: number(value: {index}) ")} }}", false },
        { $"{{ {Repeat(3_000, index => $"saw {{ a: number{index} }} ")} }}", false },
        { $"{{ number {Repeat(5_000, _ => "@skip(if: true) ")} }}", false },
        { $"{{ number {Repeat(5_000, _ => "@tag ")} }}", true },
        { $"{{ {Repeat(5_000, _ => "...F ")} }} fragment F on Query {{ number }}", true },
        { $"{{ {Repeat(2_000, index => $"...F{index} ")} }} {Repeat(2_000, index => $"fragment F{index} on Query {{ number }} ")}", true },
        { $"{{ ...F0 }} {Repeat(5_000, index => $"fragment F{index} on Query {{ ...F{index + 1} }} ")} fragment F5000 on Query {{ number }}", true },
        { $"{{ ...F0 }} {Repeat(5_000, index => $"fragment F{index} on Query {{ ...F{(index + 1) % 5_000} }} ")}", false },
        { $"{{ ...F0 }} {Repeat(300, index => $"fragment F{index} on Query {{ self {{ ...F{index + 1} }} a: self {{ ...F{index + 1} }} }} ")} fragment F300 on Query {{ number }}", true },
        { $"{{ ...F0 ...F1 }} {Repeat(300, index => $"fragment F{index} on Query {{ self {{ ...F{index + 1} ...F{index + 2} }} self {{ ...F{index + 1} }} }} ")} fragment F300 on Query {{ number }} fragment F301 on Query {{ number }}", false },
        { $"{{ ...F0 }} {Repeat(100, index => $"fragment F{index} on Query {{ {Repeat(100, other => $"...F{other} ")} }} ")}", false },
        { Exponential, false },
        { ManyUses, false },
        { $"query ({Repeat(5_000, index => $"$v{index}: Int! ")}) {{ number }}", false },
        { $"{{ find(search: {{ {Repeat(5_000, _ => "text: \"a\" ")} }}) {{ id }} }}", false },
        { $"{{ find(json: [{Repeat(10_000, index => $"{index} ")}]) {{ id }} }}", true },
        { $"{{ thing {{ {Repeat(2_000, index => $"... on Saw {{ a{index}: id }} ... on Plank {{ a{index}: id }} ")} }} }}", true },
        { $"subscription {{ {Repeat(5_000, index => $"a{index}: added {{ id }} ")} }}", false },
        { $"{{ {new string('a', 500_000)} }}", false },
        { $"{Repeat(199, _ => "{ self ")} {{ number }} {new string('}', 199)}", true },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_hostile_document_is_judged_quickly(string source, bool isValid)
    {
        var document = Utf8GraphQLParser.Parse(source);
        DocumentValidator.Validate(ValidationSchema.Schema, Utf8GraphQLParser.Parse("{ number a: number(value: 1) }"));

        // The processor's time, so that what else runs on the machine does not count; the best of three, so that compiling does not.
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var start = Environment.CpuUsage.TotalTime;
            var errors = DocumentValidator.Validate(ValidationSchema.Schema, document, new ValidationOptions { Suggestions = true });
            var elapsed = Environment.CpuUsage.TotalTime - start;
            best = elapsed < best ? elapsed : best;
            Assert.Equal(isValid, errors.Count == 0);
            Assert.True(errors.Count <= 101);
        }

        Assert.True(best < TimeSpan.FromSeconds(1), $"{best.TotalMilliseconds:0} ms for {source[..80]}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_takes_too_many_steps_is_refused_with_the_limit_named(bool many)
    {
        var error = Assert.Single(ValidationSchema.Validate(many ? ManyUses : Exponential));

        Assert.Equal("The document takes more than 250000 steps to validate (MaxWork). Validation aborted.", error.Message);
        Assert.Equal(("LIMIT_EXCEEDED", "MaxWork", 250_000), (error.Code, error.Extensions!["limit"], error.Extensions["maximum"]));
        Assert.Equal([new SourceLocation(1, 1)], error.Locations);
    }

    [Fact]
    public async Task The_host_says_how_many_steps_and_errors_there_may_be()
    {
        var executor = new RequestExecutor(ValidationSchema.Schema, new ExecutorOptions { MaxErrors = 2, MaxWork = 50 });

        await using var errors = await ExecuteAsync(executor, "{ a b c d }");
        await using var steps = await ExecuteAsync(executor, $"{{ {string.Concat(Enumerable.Range(0, 40).Select(i => $"...F{i} "))} }} {string.Concat(Enumerable.Range(0, 40).Select(i => $"fragment F{i} on Query {{ __typename ...F{i + 1} }} "))} fragment F40 on Query {{ __typename }}");

        Assert.Equal((ResultKind.ValidationError, 3), (errors.Kind, errors.Errors.Count));
        Assert.Equal((ResultKind.LimitExceeded, "LIMIT_EXCEEDED", 50), (steps.Kind, steps.Errors[^1].Code, steps.Errors[^1].Extensions!["maximum"]));
    }

    private static async Task<OperationResult> ExecuteAsync(RequestExecutor executor, string document) =>
        (OperationResult)await executor.ExecuteAsync(new OperationRequest
        {
            Document = System.Text.Encoding.UTF8.GetBytes(document),
            Services = new ServiceCollection().BuildServiceProvider(),
        });

    private static string Repeat(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));
}
