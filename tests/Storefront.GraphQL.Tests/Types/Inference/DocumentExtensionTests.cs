using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>Schema documents that extend types of C#.</summary>
public sealed class DocumentExtensionTests
{
    [Fact]
    public void A_document_adds_fields_and_interfaces_to_a_type_of_a_class()
    {
        var fixture = new SchemaFixture(builder => builder
            .AddQueryType<Library>()
            .AddDocumentFromString("interface Named { name: String! } extend type Book implements Named { name: String! } extend type Query { size: Int! }")
            .ConfigureSchema(schema => schema.AddResolver("Query", "size", new PureResolver(_ => 3))));

        Assert.Equal(["book", "size"], fixture.Schema.QueryType!.Fields.Select(field => field.Name));
        Assert.Equal("type Book implements Named {\n  title: String!\n  name: String!\n}", fixture.Print("Book"));
        Assert.True(fixture.Schema.TryGetType("Named", out var named));
        Assert.Equal("Book", Assert.Single(fixture.Schema.GetPossibleTypes(named)).Name);
        Assert.NotNull(fixture.Schema.QueryType.Fields["size"].Resolver);
    }

    [Fact]
    public void A_field_that_the_class_has_already_is_a_fault() => Assert.Contains(
        "Field \"Book.title\" can only be defined once.",
        ProblemsOf("extend type Book { title: String! }"));

    [Theory]
    [InlineData("extend enum Kind { LOST }", "Cannot extend type \"Kind\" because its values are those of a type in C#.")]
    [InlineData("extend interface Book { more: Int }", "Cannot extend non-interface type \"Book\".")]
    [InlineData("extend type Nothing { more: Int }", "Cannot extend type \"Nothing\" because it is not defined.")]
    public void What_cannot_be_extended_is_a_fault(string document, string expected) => Assert.Contains(expected, ProblemsOf(document));

    [Fact]
    public void Directives_of_the_schema_itself_are_kept_and_printed()
    {
        var schema = SchemaBuilder.FromDocument("directive @tag on SCHEMA extend schema @tag type Query { a: Int }").Build();

        Assert.Equal("tag", Assert.Single(schema.AppliedDirectives).Name.Value);
        Assert.StartsWith("schema @tag {\n  query: Query\n}", SchemaPrinter.Print(schema), StringComparison.Ordinal);
        Assert.DoesNotContain("schema", SchemaPrinter.Print(schema, withDirectives: false), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> ProblemsOf(string document) =>
        SchemaFixture.ProblemsOf(builder => builder.AddQueryType<Library>().AddDocumentFromString(document));

    [GraphQLName("Query")]
    public sealed class Library
    {
        public static Book? GetBook(Kind kind) => kind == Kind.Novel ? new Book("Rayuela") : null;
    }

    public sealed record Book(string Title);

    public enum Kind
    {
        Novel,
        Essay,
    }
}
