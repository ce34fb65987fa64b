namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Section 5.6.</summary>
public class ValueRuleTests
{
    [Theory]
    [InlineData("{ item(id: 1) { id } }")]
    [InlineData("{ bench { things(first: 1, kinds: METRE) { __typename } } }")]
    [InlineData("{ find(search: {text: null, ranges: [{from: 1}, {from: 2, to: null}], deep: {ranges: {from: 1}}}) { id } }")]
    [InlineData("{ find(key: {name: \"n\"}, json: {a: [1, {b: E}], c: null}) { id } }")]
    [InlineData("query ($v: String) { find(json: {a: $v, b: [$v]}) { id } }")]
    public void Valid_values_are_accepted(string document) => Assert.Empty(ValidationSchema.Errors(document));

    [Theory]
    [InlineData("{ number(value: \"1\") }", "Int cannot represent non-integer value: \"1\"", 17)]
    [InlineData("{ number(value: 3000000000) }", "Int cannot represent non 32-bit signed integer value: 3000000000", 17)]
    [InlineData("{ number(value: null) }", "Expected value of type \"Int!\", found null.", 17)]
    [InlineData("{ number(value: [[1]]) }", "Int cannot represent non-integer value: [[1]]", 17)]
    [InlineData("{ item(id: 1.5) { id } }", "ID cannot represent a non-string and non-integer value: 1.5", 12)]
    [InlineData("{ find(search: 1) { id } }", "Expected value of type \"Search\", found 1.", 16)]
    [InlineData("{ find(search: [{}]) { id } }", "Expected value of type \"Search\", found [{}].", 16)]
    [InlineData("{ find(search: {txt: \"\"}) { id } }", "Field \"txt\" is not defined by type \"Search\". Did you mean \"text\"?", 17)]
    [InlineData("{ find(search: {ranges: [{}]}) { id } }", "Field \"Range.from\" of required type \"Int!\" was not provided.", 26)]
    [InlineData("{ find(search: {ranges: [null]}) { id } }", "Expected value of type \"Range!\", found null.", 26)]
    [InlineData("{ find(search: {ranges: {from: 1, unit: MILE}}) { id } }", "Value \"MILE\" does not exist in \"Unit\" enum.", 41)]
    [InlineData("{ find(search: {ranges: {from: 1, unit: METER}}) { id } }", "Value \"METER\" does not exist in \"Unit\" enum. Did you mean the enum value \"METRE\"?", 41)]
    [InlineData("{ find(search: {ranges: {from: 1, unit: \"FOOT\"}}) { id } }", "Enum \"Unit\" cannot represent non-enum value: \"FOOT\". Did you mean the enum value \"FOOT\"?", 41)]
    [InlineData("{ find(key: {}) { id } }", "OneOf Input Object \"Key\" must specify exactly one key.", 13)]
    [InlineData("{ find(key: {id: 1, name: \"n\"}) { id } }", "OneOf Input Object \"Key\" must specify exactly one key.", 13)]
    [InlineData("{ find(key: {id: null}) { id } }", "Field \"Key.id\" must be non-null.", 13)]
    [InlineData("{ number @mark(note: 1) }", "String cannot represent a non string value: 1", 22)]
    public void Values_that_do_not_fit_are_refused(string document, string message, int column)
    {
        var error = Assert.Single(ValidationSchema.Validate(document));

        Assert.Equal("ValuesOfCorrectType", error.Rule);
        Assert.Equal((message, new SourceLocation(1, column)), (error.Message, Assert.Single(error.Locations)));
    }

    [Fact]
    public void A_field_is_given_once_at_any_depth_and_in_any_scalar()
    {
        Assert.Equal(
            ["UniqueInputFieldNames: There can be only one input field named \"to\". @ 1:35 1:42"],
            ValidationSchema.Errors("{ find(search: {ranges: {from: 1, to: 2, to: 2}}) { id } }"));
        Assert.Contains(
            "UniqueInputFieldNames: There can be only one input field named \"a\". @ 1:20 1:26",
            ValidationSchema.Errors("{ find(json: {b: [{a: 1, a: 2}]}) { id } }"));
    }
}
