namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Section 5.3.2.</summary>
public class FieldMergingTests
{
    [Theory]
    [InlineData("{ number number a: number(value: 1) a: number(value: 1) }")]
    [InlineData("{ find(search: {text: \"a\", deep: {}}) { id } find(search: {deep: {}, text: \"a\"}) { id } }")]
    [InlineData("{ saw { id } saw { title } ...F } fragment F on Query { saw { id size } }")]
    [InlineData("{ thing { ... on Saw { a: title(upper: true) } ... on Plank { a: title } } }")]
    [InlineData("{ thing { ... on Saw { a: holder { n: id } } ... on Plank { a: holder { n: id } } } }")]
    [InlineData("query ($v: Int!) { number(value: $v) number(value: $v) }")]
    public void Fields_that_agree_are_merged(string document) => Assert.Empty(ValidationSchema.Errors(document));

    [Theory]
    [InlineData("{ a: number a: saw { id } }", "Fields \"a\" conflict because \"number\" and \"saw\" are different fields.", "1:3 1:13")]
    [InlineData("{ number(value: 1) number }", "Fields \"number\" conflict because they have differing arguments.", "1:3 1:20")]
    [InlineData("{ number(value: 1) number(value: 2) }", "Fields \"number\" conflict because they have differing arguments.", "1:3 1:20")]
    [InlineData("{ find(json: [1, 2]) { id } find(json: [2, 1]) { id } }", "Fields \"find\" conflict because they have differing arguments.", "1:3 1:29")]
    [InlineData("{ thing { ... on Saw { size } ... on Plank { size } } }", "Fields \"size\" conflict because they return conflicting types \"Int\" and \"Int!\".", "1:24 1:46")]
    [InlineData("{ thing { ... on Saw { a: __typename } ... on Plank { a: size } } }", "Fields \"a\" conflict because they return conflicting types \"String!\" and \"Int!\".", "1:24 1:55")]
    [InlineData("{ thing { ... on Saw { a: holder { n: id } } ... on Plank { a: holder { n: name } } } }", "Fields \"a\" conflict because subfields \"n\" conflict because they return conflicting types \"ID!\" and \"String\".", "1:24 1:36 1:61 1:73")]
    [InlineData("{ item(id: 1) { ... on Tool { a: title } ... on Plank { a: id } } }", "Fields \"a\" conflict because \"title\" and \"id\" are different fields.", "1:31 1:57")]
    [InlineData("{ saw { a: id } saw { a: title } }", "Fields \"saw\" conflict because subfields \"a\" conflict because \"id\" and \"title\" are different fields.", "1:3 1:9 1:17 1:23")]
    [InlineData("{ saw { a: id b: id } saw { a: title b: size } }", "Fields \"saw\" conflict because subfields \"a\" conflict because \"id\" and \"title\" are different fields and subfields \"b\" conflict because \"id\" and \"size\" are different fields.", "1:3 1:9 1:15 1:23 1:29 1:38")]
    [InlineData("{ ...F ...G } fragment F on Query { a: number } fragment G on Query { ...H } fragment H on Query { a: saw { id } }", "Fields \"a\" conflict because \"number\" and \"saw\" are different fields.", "1:37 1:100")]
    public void Fields_that_disagree_are_refused(string document, string conflict, string locations)
    {
        Assert.Equal(
            [$"OverlappingFieldsCanBeMerged: {conflict} Use different aliases on the fields to fetch both if this was intentional. @ {locations}"],
            ValidationSchema.Errors(document));
    }

    [Fact]
    public void A_conflict_inside_a_fragment_is_named_there_whichever_way_leads_to_it()
    {
        var error = Assert.Single(ValidationSchema.Validate("{ number ...F } fragment F on Query { saw { a: id } saw { a: title } }"));

        Assert.Contains("subfields \"a\" conflict because \"id\" and \"title\" are different fields", error.Message, StringComparison.Ordinal);
    }
    [Fact]
    public void Conflicts_with_a_fragment_are_all_named()
    {
        var fields = Enumerable.Range(0, 30).Select(index => $"a{index}: number").ToList();
        var others = Enumerable.Range(0, 30).Select(index => $"a{index}: number(value: 1)").ToList();

        var errors = ValidationSchema.Validate($"{{ {string.Join(' ', fields)} ...F }} fragment F on Query {{ {string.Join(' ', others)} }}");

        Assert.Equal(30, errors.Count);
    }

    [Fact]
    public void A_conflict_with_too_many_fields_names_the_outermost_and_the_deepest()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 17).Select(index => $"a{index}: number"));
        var others = string.Join(' ', Enumerable.Range(0, 17).Select(index => $"a{index}: number(value: 1)"));

        var error = Assert.Single(ValidationSchema.Validate($"{{\nself {{ {fields} self {{\nself {{\nnumber }} }} }}\nself {{ {others} self {{\nself {{\nnumber(value: 1) }} }} }} }}"));

        Assert.Equal(
            [2, .. Enumerable.Repeat(2, 17), 3, 4, 5, .. Enumerable.Repeat(5, 17), 6, 7],
            error.Locations.Select(at => at.Line));
    }
}
