using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Sections 5.1 and 5.2.</summary>
public class OperationRuleTests
{
    [Theory]
    [InlineData("{ number }")]
    [InlineData("query A { number } mutation B { add(name: \"n\") { id } } query C { number }")]
    [InlineData("query A { ...A } fragment A on Query { number }")]
    [InlineData("subscription { added { id name } }")]
    [InlineData("subscription { a: added { id } ...F } fragment F on Subscription { ... { a: added { name } } }")]
    [InlineData("subscription { ...F } fragment F on Subscription { added { __typename @skip(if: true) id } }")]
    public void Valid_operations_are_accepted(string document) => Assert.Empty(ValidationSchema.Errors(document));

    [Theory]
    [InlineData("{ number } type A { a: Int }", "ExecutableDefinitions: The \"A\" definition is not executable. @ 1:12")]
    [InlineData("{ number } schema { query: Query }", "ExecutableDefinitions: The schema definition is not executable. @ 1:12")]
    [InlineData("{ number } directive @a on FIELD", "ExecutableDefinitions: The \"a\" definition is not executable. @ 1:12")]
    [InlineData("query A { number } mutation A { add(name: \"n\") { id } }", "UniqueOperationNames: There can be only one operation named \"A\". @ 1:7 1:29")]
    [InlineData("{ number } query A { number }", "LoneAnonymousOperation: This anonymous operation must be the only defined operation. @ 1:1")]
    [InlineData("subscription S { added { id } removed { id } }", "SingleFieldSubscriptions: Subscription \"S\" must select only one top level field. @ 1:31")]
    [InlineData("subscription { ...F } fragment F on Subscription { a: added { id } b: added { id } }", "SingleFieldSubscriptions: Anonymous Subscription must select only one top level field. @ 1:68")]
    [InlineData("subscription { __typename }", "SingleFieldSubscriptions: Anonymous Subscription must not select an introspection top level field. @ 1:16")]
    [InlineData("subscription ($a: Boolean!) { added @skip(if: $a) { id } }", "SingleFieldSubscriptions: Anonymous Subscription must not use @skip or @include on its top level selections. @ 1:37")]
    [InlineData("subscription { ... @include(if: true) { added { id } } }", "SingleFieldSubscriptions: Anonymous Subscription must not use @skip or @include on its top level selections. @ 1:20")]
    public void Invalid_operations_are_refused(string document, string error) => Assert.Equal([error], ValidationSchema.Errors(document));

    [Theory]
    [InlineData("mutation { a }", "The mutation operation is not supported by the schema.")]
    [InlineData("subscription { a }", "The subscription operation is not supported by the schema.")]
    public void An_operation_without_a_root_type_is_refused(string document, string message)
    {
        var schema = SchemaBuilder.FromDocument("type Query { a: Int }").Build();

        var error = Assert.Single(DocumentValidator.Validate(schema, Utf8GraphQLParser.Parse(document)));

        Assert.Equal(("KnownOperationTypes", message), (error.Rule, error.Message));
    }
}
