using Storefront.GraphQL.Language;
using Storefront.GraphQL.Tests.Conformance;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Types;

/// <summary>Schema documents of the published cases.</summary>
public sealed class SdlConformanceTests
{
    [ConformanceFact]
    public void Schema_documents_are_refused_where_the_reference_refuses_them()
    {
        var failures = new List<string>();
        foreach (var item in ConformanceFile.Cases("sdl"))
        {
            var document = item.GetProperty("document").GetString()!;
            var refusal = RefusalOf(document);
            if (item.GetProperty("valid").GetBoolean() != refusal is null)
            {
                failures.Add($"{item.GetProperty("id")}: {document} -> {refusal}");
            }
        }

        Assert.Empty(failures);
    }

    [ConformanceFact]
    public void The_schema_of_the_cases_prints_to_a_document_that_prints_the_same()
    {
        var printed = SchemaPrinter.Print(SchemaBuilder.FromDocument(ConformanceFile.Schema).Build());

        Assert.Equal(printed, SchemaPrinter.Print(SchemaBuilder.FromDocument(printed).Build()));
        Assert.Contains("input Pick @oneOf {", printed, StringComparison.Ordinal);
        Assert.Contains("scalar Instant @specifiedBy(url: \"urn:example:instant\")", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("scalar Int\n", printed, StringComparison.Ordinal);
    }

    private static string? RefusalOf(string document)
    {
        try
        {
            SchemaBuilder.FromDocument(document).Build();
            return null;
        }
        catch (Exception exception) when (exception is SyntaxException or SchemaException)
        {
            return exception.Message;
        }
    }
}
