using System.Text.Json;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Tests.Conformance;

/// <summary>
/// Verdicts, broken rules and first locations of the published cases. None of them falls where graphql-js 16 differs from the
/// specification's September 2025 edition; there the specification is followed, and <c>Validation/</c> tests it: variables in a
/// <c>@oneOf</c> object of a non-null type, the shape of <c>__typename</c>, <c>@skip</c> and <c>@include</c> on a subscription's root,
/// operations without a root type, escapes with more than eight digits.
/// </summary>
public class ValidationConformanceTests
{
    private static readonly Lazy<Schema> Schema = new(() => SchemaBuilder.FromDocument(ConformanceFile.Schema).Build());

    [ConformanceTheory]
    [InlineData("lexer")]
    [InlineData("parser")]
    [InlineData("fields")]
    [InlineData("leafs")]
    [InlineData("arguments")]
    [InlineData("spreads")]
    [InlineData("values")]
    [InlineData("variables")]
    [InlineData("directives")]
    [InlineData("documents")]
    [InlineData("overlap")]
    [InlineData("mutants")]
    public void Documents_are_refused_by_the_rules_that_the_reference_names(string group)
    {
        var cases = ConformanceFile.Cases("language")
            .Where(item => item.GetProperty("group").GetString() == group && item.GetProperty("rule").GetString() != "Syntax")
            .ToList();
        Assert.NotEmpty(cases);
        Assert.Empty(cases.Select(FindDifference).OfType<string>());
    }

    [ConformanceFact]
    public void Every_group_of_the_file_is_covered()
    {
        var groups = ConformanceFile.Cases("language").Select(item => item.GetProperty("group").GetString()).Distinct().Order();

        Assert.Equal(
            ["arguments", "directives", "documents", "fields", "leafs", "lexer", "mutants", "overlap", "parser", "spreads", "values", "variables"],
            groups);
    }

    private static string? FindDifference(JsonElement item)
    {
        var document = item.GetProperty("document").GetString()!;
        var errors = DocumentValidator.Validate(Schema.Value, Utf8GraphQLParser.Parse(document));
        var expected = Describe(
            item.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()!),
            item.TryGetProperty("locations", out var locations)
                ? locations.EnumerateArray().Select(at => new SourceLocation(at.GetProperty("line").GetInt32(), at.GetProperty("column").GetInt32()))
                : []);
        var actual = Describe(errors.Select(error => error.Rule!), errors.Count > 0 ? errors[0].Locations : []);
        return expected == actual ? null : $"{item.GetProperty("id")}: {document} -> {actual}, expected {expected}";
    }

    private static string Describe(IEnumerable<string> rules, IEnumerable<SourceLocation> locations) =>
        $"{string.Join(' ', rules.Distinct().Order(StringComparer.Ordinal))} at {string.Join(' ', locations.Select(at => $"{at.Line}:{at.Column}"))}";
}
