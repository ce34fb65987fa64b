namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Section 5.8.</summary>
public class VariableRuleTests
{
    [Theory]
    [InlineData("query ($v: Int!) { number(value: $v) }")]
    [InlineData("query ($v: Int) { number(value: $v) }")]
    [InlineData("query ($v: Int = 1) { bench { things(first: $v) { __typename } } }")]
    [InlineData("query ($v: [Unit!]!) { bench { things(first: 1, kinds: $v) { __typename } } }")]
    [InlineData("query ($v: Int) { find(search: {ranges: {from: 1, to: $v}}) { id } }")]
    [InlineData("query ($v: ID!) { find(key: {id: $v}) { id } }")]
    [InlineData("query A($v: Int!) { ...F } query B($v: Int! = 1) { ...F } fragment F on Query { self { ...G } } fragment G on Query { number(value: $v) }")]
    public void Valid_variables_are_accepted(string document) => Assert.Empty(ValidationSchema.Errors(document));

    [Theory]
    [InlineData("query ($v: Int!, $v: Int!) { number(value: $v) }", "UniqueVariableNames: There can be only one variable named \"$v\". @ 1:9 1:19")]
    [InlineData("query ($v: [Bench!]) { find(json: $v) { id } }", "VariablesAreInputTypes: Variable \"$v\" cannot be non-input type \"[Bench!]\". @ 1:12")]
    [InlineData("query ($v: Nope) { find(json: $v) { id } }", "KnownTypeNames: Unknown type \"Nope\". @ 1:12")]
    [InlineData("{ number(value: $v) }", "NoUndefinedVariables: Variable \"$v\" is not defined. @ 1:17 1:1")]
    [InlineData("query A { ...F } fragment F on Query { number(value: $v) }", "NoUndefinedVariables: Variable \"$v\" is not defined by operation \"A\". @ 1:54 1:1")]
    [InlineData("query ($v: Int) { number }", "NoUnusedVariables: Variable \"$v\" is never used. @ 1:8")]
    [InlineData("query A($v: Int! @mark(note: \"n\"), $w: Int) { number(value: $v) }", "NoUnusedVariables: Variable \"$w\" is never used in operation \"A\". @ 1:36")]
    [InlineData("query ($v: String!) { number(value: $v) }", "VariablesInAllowedPosition: Variable \"$v\" of type \"String!\" used in position expecting type \"Int!\". @ 1:8 1:37")]
    [InlineData("query ($v: ID) { item(id: $v) { id } }", "VariablesInAllowedPosition: Variable \"$v\" of type \"ID\" used in position expecting type \"ID!\". @ 1:8 1:27")]
    [InlineData("query ($v: ID = null) { item(id: $v) { id } }", "VariablesInAllowedPosition: Variable \"$v\" of type \"ID\" used in position expecting type \"ID!\". @ 1:8 1:34")]
    [InlineData("query ($v: Unit!) { bench { things(first: 1, kinds: $v) { __typename } } }", "VariablesInAllowedPosition: Variable \"$v\" of type \"Unit!\" used in position expecting type \"[Unit!]\". @ 1:8 1:53")]
    [InlineData("query ($v: Int = 1) { find(search: {ranges: [{from: $v}, $v]}) { id } }", "VariablesInAllowedPosition: Variable \"$v\" of type \"Int\" used in position expecting type \"Range!\". @ 1:8 1:58")]
    public void Invalid_variables_are_refused(string document, string error) => Assert.Equal(error, ValidationSchema.Errors(document).First());

    [Theory]
    [InlineData("query ($v: String) { find(key: {name: $v}) { id } }")]
    [InlineData("query ($v: String) { find(need: {name: $v}) { id } }")]
    [InlineData("query ($v: String = \"n\") { find(key: {name: $v}) { id } }")]
    public void A_one_of_object_takes_no_variable_that_may_be_null(string document)
    {
        // graphql-js 16 accepts the second, where the object's own type is non-null; the specification makes no such exception.
        var error = Assert.Single(ValidationSchema.Validate(document));

        Assert.Equal("VariablesInAllowedPosition", error.Rule);
        Assert.Equal("Variable \"$v\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"Key\".", error.Message);
    }
}
