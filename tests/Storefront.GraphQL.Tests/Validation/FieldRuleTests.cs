using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Sections 5.3 and 5.4.</summary>
public class FieldRuleTests
{
    [Theory]
    [InlineData("{ item(id: 1) { id __typename ... on Saw { teeth } } thing { __typename ... on Plank { length(unit: FOOT) } } }")]
    [InlineData("{ __schema { types { name } } __type(name: \"Query\") { kind } }")]
    [InlineData("{ bench { things(kinds: [FOOT], first: 2) { __typename } } number }")]
    public void Valid_selections_are_accepted(string document) => Assert.Empty(ValidationSchema.Errors(document));

    [Theory]
    [InlineData("{ zebra }", "FieldsOnCorrectType: Cannot query field \"zebra\" on type \"Query\". @ 1:3")]
    [InlineData("{ numbr }", "FieldsOnCorrectType: Cannot query field \"numbr\" on type \"Query\". Did you mean \"number\"? @ 1:3")]
    [InlineData("{ item(id: 1) { teeth } }", "FieldsOnCorrectType: Cannot query field \"teeth\" on type \"Item\". Did you mean to use an inline fragment on \"Saw\"? @ 1:17")]
    [InlineData("{ thing { title } }", "FieldsOnCorrectType: Cannot query field \"title\" on type \"Thing\". Did you mean to use an inline fragment on \"Item\", \"Plank\", \"Tool\", or \"Saw\"? @ 1:11")]
    [InlineData("{ bench { __schema { types { name } } } }", "FieldsOnCorrectType: Cannot query field \"__schema\" on type \"Bench\". @ 1:11")]
    [InlineData("{ zebra { more { deeper } } }", "FieldsOnCorrectType: Cannot query field \"zebra\" on type \"Query\". @ 1:3")]
    [InlineData("{ number { a } }", "ScalarLeafs: Field \"number\" must not have a selection since type \"Int\" has no subfields. @ 1:10")]
    [InlineData("{ bench }", "ScalarLeafs: Field \"bench\" of type \"Bench\" must have a selection of subfields. Did you mean \"bench { ... }\"? @ 1:3")]
    [InlineData("{ number(valu: 1) }", "KnownArgumentNames: Unknown argument \"valu\" on field \"Query.number\". Did you mean \"value\"? @ 1:10")]
    [InlineData("{ number @skip(if: true, unless: 1) }", "KnownArgumentNames: Unknown argument \"unless\" on directive \"@skip\". @ 1:26")]
    [InlineData("{ number(value: 1, value: 1) }", "UniqueArgumentNames: There can be only one argument named \"value\". @ 1:10 1:20")]
    [InlineData("{ number @skip(if: true, if: true) }", "UniqueArgumentNames: There can be only one argument named \"if\". @ 1:16 1:26")]
    [InlineData("{ item { id } }", "ProvidedRequiredArguments: Field \"item\" argument \"id\" of type \"ID!\" is required, but it was not provided. @ 1:3")]
    [InlineData("{ number @mark }", "ProvidedRequiredArguments: Directive \"@mark\" argument \"note\" of type \"String!\" is required, but it was not provided. @ 1:10")]
    public void Invalid_selections_are_refused(string document, string error) => Assert.Equal([error], ValidationSchema.Errors(document));

    [Fact]
    public void Types_to_use_a_fragment_on_are_suggested_by_name_where_none_is_the_other_s_interface()
    {
        var schema = SchemaBuilder.FromDocument(
            "type Query { u: U } union U = X | A type A { f: Int } type X implements M { f: Int } interface M { f: Int }").Build();

        var error = Assert.Single(DocumentValidator.Validate(schema, Utf8GraphQLParser.Parse("{ u { f } }"), new ValidationOptions { Suggestions = true }));

        Assert.Equal("Cannot query field \"f\" on type \"U\". Did you mean to use an inline fragment on \"A\", \"M\", or \"X\"?", error.Message);
    }
}
