using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Tests.Types;

public sealed class SchemaBuilderTests
{
    [Theory]
    [InlineData("type A { a: Int }", "Query root type must be provided.")]
    [InlineData("schema { query: Q } schema { query: Q } type Q { a: Int }", "Must provide only one schema definition.")]
    [InlineData("schema { query: Q query: Q } type Q { a: Int }", "There can be only one query type in schema.")]
    [InlineData("schema { query: Q } enum Q { A }", "Query root type must be Object type, it cannot be Q.")]
    [InlineData("union Query = A type A { a: Int }", "Query root type must be Object type, it cannot be Query.")]
    [InlineData("type Query { a: Int } scalar Mutation", "Mutation root type must be Object type if provided, it cannot be Mutation.")]
    [InlineData("type Query { a: Int } interface Subscription { a: Int }", "Subscription root type must be Object type if provided, it cannot be Subscription.")]
    [InlineData("schema { query: Q mutation: Q } type Q { a: Int }", "All root types must be different, \"Q\" type is used as query and mutation root types.")]
    [InlineData("type Query { a: Int } type Query { b: Int }", "There can be only one type named \"Query\".")]
    [InlineData("type Query { a: Int a: Int }", "Field \"Query.a\" can only be defined once.")]
    [InlineData("type Query { a(b: Int b: Int): Int }", "Argument \"Query.a(b:)\" can only be defined once.")]
    [InlineData("type Query { a: E } enum E { A A }", "Enum value \"E.A\" can only be defined once.")]
    [InlineData("type Query { a: Nope }", "Unknown type \"Nope\".")]
    [InlineData("type Query { a: Int @nope }", "Unknown directive \"@nope\".")]
    [InlineData("type Query @deprecated { a: Int }", "Directive \"@deprecated\" may not be used on OBJECT.")]
    [InlineData("type Query { a: Int @deprecated @deprecated }", "The directive \"@deprecated\" can only be used once at this location.")]
    [InlineData("scalar S @specifiedBy type Query { a: S }", "Directive \"@specifiedBy\" argument \"url\" of type \"String!\" is required, but it was not provided.")]
    [InlineData("type Query { a: Int @deprecated(why: \"\") }", "Unknown argument \"why\" on directive \"@deprecated\".")]
    [InlineData("type Query { a: Int } extend type Nope { b: Int }", "Cannot extend type \"Nope\" because it is not defined.")]
    [InlineData("type Query { a: Int } extend input Query { b: Int }", "Cannot extend non-input object type \"Query\".")]
    [InlineData("directive @d on FIELD directive @d on QUERY type Query { a: Int }", "There can be only one directive named \"@d\".")]
    [InlineData("directive @d(a: I) on INPUT_FIELD_DEFINITION input I { b: Int @d } type Query { a: Int }", "Directive @d must not reference itself.")]
    [InlineData("directive @d(a: E) on ENUM_VALUE enum E { A @d } type Query { a: Int }", "Directive @d must not reference itself.")]
    [InlineData("type Query { __a: Int }", "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type Query", "Type Query must define one or more fields.")]
    [InlineData("type Query { a: I } input I { b: Int }", "The type of Query.a must be Output Type but got: I.")]
    [InlineData("type Query { a(b: [Query!]): Int }", "The type of Query.a(b:) must be Input Type but got: [Query!].")]
    [InlineData("type Query { a(b: Int! @deprecated): Int }", "Required argument Query.a(b:) cannot be deprecated.")]
    [InlineData("type Query implements A { a: Int } type A { a: Int }", "Type Query must only implement Interface types, it cannot implement A.")]
    [InlineData("interface A implements A { a: Int } type Query { a: Int }", "Type A cannot implement itself because it would create a circular reference.")]
    [InlineData("type Query implements A & A { a: Int } interface A { a: Int }", "Type Query can only implement A once.")]
    [InlineData("type Query implements A { a: Int } interface A implements B { a: Int } interface B { a: Int }", "Type Query must implement B because it is implemented by A.")]
    [InlineData("type Query implements A { b: Int } interface A { a: Int }", "Interface field A.a expected but Query does not provide it.")]
    [InlineData("type Query implements A { a: String } interface A { a: Int }", "Interface field A.a expects type Int but Query.a is type String.")]
    [InlineData("type Query implements A { a: Int } interface A { a(b: Int): Int }", "Interface field argument A.a(b:) expected but Query.a does not provide it.")]
    [InlineData("type Query implements A { a(b: Int!): Int } interface A { a(b: Int): Int }", "Interface field argument A.a(b:) expects type Int but Query.a(b:) is type Int!.")]
    [InlineData("type Query implements A { a(b: Int!): Int } interface A { a: Int }", "Object field Query.a includes required argument b that is missing from the Interface field A.a.")]
    [InlineData("type Query implements A { a: Int @deprecated } interface A { a: Int }", "Interface field A.a is not deprecated, so implementation field Query.a must not be deprecated.")]
    [InlineData("type Query { a: U } union U", "Union type U must define one or more member types.")]
    [InlineData("type Query { a: U } union U = Query | Query", "Union type U can only include type Query once.")]
    [InlineData("type Query { a: U } union U = E enum E { A }", "Union type U can only include Object types, it cannot include E.")]
    [InlineData("type Query { a: E } enum E", "Enum type E must define one or more values.")]
    [InlineData("type Query { a(i: I): Int } input I", "Input Object type I must define one or more fields.")]
    [InlineData("type Query { a(i: I): Int } input I { b: Query }", "The type of I.b must be Input Type but got: Query.")]
    [InlineData("type Query { a(i: I): Int } input I { b: Int! @deprecated }", "Required input field I.b cannot be deprecated.")]
    [InlineData("type Query { a(i: I): Int } input I { j: J! } input J { i: I! }", "Cannot reference Input Object \"I\" within itself through a series of non-null fields: \"j.i\".")]
    [InlineData("type Query { a(i: I): Int } input I @oneOf { b: Int! }", "OneOf input field I.b must be nullable.")]
    [InlineData("type Query { a(i: I): Int } input I @oneOf { b: Int = 1 }", "OneOf input field I.b cannot have a default value.")]
    [InlineData("type Query { a(b: Int! = null): Int }", "Query.a(b:) has invalid default value: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("type Query { a(b: Int = \"1\"): Int }", "Query.a(b:) has invalid default value: Int cannot represent non-integer value: \"1\"")]
    [InlineData("type Query { a(b: I = {}): Int } input I { b: Int! }", "Query.a(b:) has invalid default value: Expected value of type \"I\" to include required field \"b\", found: {}.")]
    [InlineData("type Query { a(b: I): Int } input I { b: I = {} }", "Invalid circular reference. The default value of Input Object field I.b references itself.")]
    [InlineData("type Query { a(b: I): Int } input I { b: J = {} } input J { c: I = {} }", "Invalid circular reference. The default value of Input Object field I.b references itself via the default values of: J.c.")]
    public void A_schema_that_breaks_a_rule_is_refused_with_the_reference_s_words(string document, string message)
    {
        var exception = Assert.Throws<SchemaException>(() => SchemaBuilder.FromDocument(document).Build());

        Assert.Contains(message, exception.Errors.Select(error => error.Message));
    }

    [Fact]
    public void Every_problem_is_listed_at_once_with_its_place()
    {
        var exception = Assert.Throws<SchemaException>(() =>
            SchemaBuilder.FromDocument("type Query { a: Int }\nunion U\nenum E\ninput I").Build());

        Assert.Equal(
            ["Union type U must define one or more member types.", "Enum type E must define one or more values.", "Input Object type I must define one or more fields."],
            exception.Errors.Select(error => error.Message));
        Assert.Equal([2, 3, 4], exception.Errors.Select(error => error.Locations[0].Line));
        Assert.Contains("(2:1)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type Query { a: I } input I { b: Int }", "The type of Query.a must be Output Type but got: I.", "1:17")]
    [InlineData("type Query { a(b: Query): Int }", "The type of Query.a(b:) must be Input Type but got: Query.", "1:19")]
    [InlineData("type Query { a(b: Int! @deprecated): Int }", "Required argument Query.a(b:) cannot be deprecated.", "1:24 1:19")]
    [InlineData("type Query { a(i: I): Int } input I { b: Int! @deprecated }", "Required input field I.b cannot be deprecated.", "1:47 1:42")]
    [InlineData("type Query { a(i: I): Int } input I @oneOf { b: Int! }", "OneOf input field I.b must be nullable.", "1:49")]
    [InlineData("interface A implements A { a: Int } type Query { a: Int }", "Type A cannot implement itself because it would create a circular reference.", "1:24")]
    [InlineData("interface A { a: Int } type Query implements A { a: Int } extend type Query implements A", "Type Query can only implement A once.", "1:46 1:88")]
    [InlineData("interface A implements B { a: Int } interface B { a: Int } type Query implements A { a: Int }", "Type Query must implement B because it is implemented by A.", "1:24 1:82")]
    [InlineData("interface A { a: Int } type Query { b: Int } extend type Query implements A", "Interface field A.a expected but Query does not provide it.", "1:15 1:24 1:46")]
    [InlineData("interface A { a: Int } type Query implements A { a: ID }", "Interface field A.a expects type Int but Query.a is type ID.", "1:18 1:53")]
    [InlineData("interface A { a(b: Int): Int } type Query implements A { a(b: ID): Int }", "Interface field argument A.a(b:) expects type Int but Query.a(b:) is type ID.", "1:20 1:63")]
    [InlineData("type Query { a: U } union U = Query extend union U = Query", "Union type U can only include type Query once.", "1:31 1:54")]
    public void A_problem_points_at_the_parts_that_make_it(string document, string message, string places)
    {
        var exception = Assert.Throws<SchemaException>(() => SchemaBuilder.FromDocument(document).Build());

        var error = Assert.Single(exception.Errors, error => error.Message == message);
        Assert.Equal(places, string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}")));
    }

    [Fact]
    public void The_same_fault_at_two_places_is_told_for_each()
    {
        var exception = Assert.Throws<SchemaException>(() => SchemaBuilder.FromDocument("type Query { a(__b: Int): Int c(__b: Int): Int }").Build());

        Assert.Equal([16, 33], exception.Errors.Select(error => error.Locations[0].Column));
    }

    [Fact]
    public void A_schema_built_of_types_is_checked_too()
    {
        var query = new ObjectType("Query");
        query.Fields.Add(new OutputField("a b", StringType.Instance));
        query.Fields.Add(new OutputField("c", StringType.Instance));
        query.Fields.Add(new OutputField("c", new ObjectType("Query")));

        var exception = Assert.Throws<SchemaException>(() =>
            new SchemaBuilder().SetRootType(GraphQL.Language.OperationType.Query, query).Build());

        Assert.Equal(
            [
                "Schema must contain uniquely named types but contains multiple types named \"Query\".",
                "Names must only contain [_a-zA-Z0-9] but \"a b\" does not.",
                "Field \"Query.c\" can only be defined once.",
                "Type Query must define one or more fields.",
            ],
            exception.Errors.Select(error => error.Message));
    }

    [Fact]
    public void Extensions_are_merged_in()
    {
        var schema = SchemaBuilder.FromDocument(
            "type Query { a: S } extend type Query implements N { id: ID! } interface N { id: ID! } scalar S extend scalar S @specifiedBy(url: \"u\") "
            + "enum E { A } extend enum E { B } union U = Query extend union U = O type O { u: U } input I { a: Int } extend input I { b: Int } "
            + "extend schema { mutation: M } type M { a: E }").Build();

        Assert.Equal(["a", "id"], schema.QueryType!.Fields.Select(field => field.Name));
        Assert.Equal("N", Assert.Single(schema.QueryType.Interfaces).Name);
        Assert.Equal("u", ((ScalarType)schema.QueryType.Fields["a"].Type).SpecifiedByUrl);
        Assert.Equal("M", schema.MutationType?.Name);
        Assert.True(schema.TryGetType("U", out var union));
        Assert.Equal(2, ((UnionType)union).Types.Count);
    }

    [Fact]
    public void A_scalar_of_the_host_stands_for_the_name_used_in_a_document()
    {
        var schema = SchemaBuilder.FromDocument("type Query { at: DateTime }").AddType(new DateTimeType()).Build();

        Assert.IsType<DateTimeType>(schema.QueryType!.Fields["at"].Type);
    }
}
