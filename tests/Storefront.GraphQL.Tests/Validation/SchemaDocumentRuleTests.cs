using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Section 3, as far as a document alone can break it.</summary>
public class SchemaDocumentRuleTests
{
    private static readonly Schema Existing = SchemaBuilder.FromDocument("type Query { a(b: Int): E } enum E { A } input I { a: Int } directive @d on OBJECT").Build();

    [Fact]
    public void A_document_that_stands_for_itself_is_accepted() =>
        Assert.Empty(SchemaDocumentValidator.Validate(Utf8GraphQLParser.Parse(ValidationSchema.Source)));

    [Theory]
    [InlineData("schema { query: A } schema { mutation: A } type A { a: Int }", "LoneSchemaDefinition", "Must provide only one schema definition.")]
    [InlineData("schema { query: A query: A } type A { a: Int }", "UniqueOperationTypes", "There can be only one query type in schema.")]
    [InlineData("scalar A scalar A", "UniqueTypeNames", "There can be only one type named \"A\".")]
    [InlineData("enum A { B } extend enum A { B }", "UniqueEnumValueNames", "Enum value \"A.B\" can only be defined once.")]
    [InlineData("type A { b: Int } extend type A { b: Int }", "UniqueFieldDefinitionNames", "Field \"A.b\" can only be defined once.")]
    [InlineData("input A { b: Int b: Int }", "UniqueFieldDefinitionNames", "Field \"A.b\" can only be defined once.")]
    [InlineData("type A { b(c: Int, c: Int): Int }", "UniqueArgumentDefinitionNames", "Argument \"A.b(c:)\" can only be defined once.")]
    [InlineData("directive @a(c: Int, c: Int) on FIELD", "UniqueArgumentDefinitionNames", "Argument \"@a(c:)\" can only be defined once.")]
    [InlineData("directive @a on FIELD directive @a on FIELD", "UniqueDirectiveNames", "There can be only one directive named \"@a\".")]
    [InlineData("type A { b: Strin }", "KnownTypeNames", "Unknown type \"Strin\". Did you mean \"String\"?")]
    [InlineData("type A implements B { b: Int }", "KnownTypeNames", "Unknown type \"B\". Did you mean \"A\"?")]
    [InlineData("scalar A @nope", "KnownDirectives", "Unknown directive \"@nope\".")]
    [InlineData("type A { b(c: Int @oneOf): Int }", "KnownDirectives", "Directive \"@oneOf\" may not be used on ARGUMENT_DEFINITION.")]
    [InlineData("input A { b: Int @specifiedBy(url: \"u\") }", "KnownDirectives", "Directive \"@specifiedBy\" may not be used on INPUT_FIELD_DEFINITION.")]
    [InlineData("scalar A @specifiedBy(url: \"u\") extend scalar A @specifiedBy(url: \"v\")", "UniqueDirectivesPerLocation", "The directive \"@specifiedBy\" can only be used once at this location.")]
    [InlineData("extend type A { b: Int }", "PossibleTypeExtensions", "Cannot extend type \"A\" because it is not defined.")]
    [InlineData("input A { b: Int } extend type A { c: Int }", "PossibleTypeExtensions", "Cannot extend non-object type \"A\".")]
    [InlineData("type A { b: Int @deprecated(reasn: \"r\") }", "KnownArgumentNamesOnDirectives", "Unknown argument \"reasn\" on directive \"@deprecated\". Did you mean \"reason\"?")]
    [InlineData("type A { b: Int @deprecated(reason: \"r\", reason: \"r\") }", "UniqueArgumentNames", "There can be only one argument named \"reason\".")]
    [InlineData("directive @a(b: C) on OBJECT input C { d: Int } type A @a(b: {d: 1, d: 1}) { b: Int }", "UniqueInputFieldNames", "There can be only one input field named \"d\".")]
    [InlineData("scalar A @specifiedBy", "ProvidedRequiredArgumentsOnDirectives", "Directive \"@specifiedBy\" argument \"url\" of type \"String!\" is required, but it was not provided.")]
    [InlineData("directive @a(b: Int!) on OBJECT type A @a { b: Int }", "ProvidedRequiredArgumentsOnDirectives", "Directive \"@a\" argument \"b\" of type \"Int!\" is required, but it was not provided.")]
    public void A_document_that_breaks_a_rule_is_refused(string document, string rule, string message)
    {
        var error = Assert.Single(SchemaDocumentValidator.Validate(Utf8GraphQLParser.Parse(document)));

        Assert.Equal((rule, message), (error.Rule, error.Message));
    }

    [Theory]
    [InlineData("extend type Query { c: E } extend enum E { B } extend input I { b: E } type T @d { q: Query }", null)]
    [InlineData("schema { query: Query }", "Cannot define a new schema within a schema extension.")]
    [InlineData("extend schema { query: Query }", "Type for query already defined in the schema. It cannot be redefined.")]
    [InlineData("scalar E", "Type \"E\" already exists in the schema. It cannot also be defined in this type definition.")]
    [InlineData("directive @d on FIELD", "Directive \"@d\" already exists in the schema. It cannot be redefined.")]
    [InlineData("extend enum E { A }", "Enum value \"E.A\" already exists in the schema. It cannot also be defined in this type extension.")]
    [InlineData("extend type Query { a: Int }", "Field \"Query.a\" already exists in the schema. It cannot also be defined in this type extension.")]
    [InlineData("extend union I = Query", "Cannot extend non-union type \"I\".")]
    public void A_document_is_checked_against_the_schema_that_it_extends(string document, string? message)
    {
        var errors = SchemaDocumentValidator.Validate(Utf8GraphQLParser.Parse(document), Existing);

        Assert.Equal(message, errors.Count == 0 ? null : errors[0].Message);
    }
}
