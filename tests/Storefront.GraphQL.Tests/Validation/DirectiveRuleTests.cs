namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Section 5.7.</summary>
public class DirectiveRuleTests
{
    [Theory]
    [InlineData("query ($v: Int! @mark(note: \"b\")) @mark(note: \"a\") { number(value: $v) @skip(if: false) @include(if: true) }")]
    [InlineData("{ number @tag @tag ...F @tag ... @tag { number } } fragment F on Query @tag @tag { number }")]
    public void Directives_are_accepted_where_they_may_stand(string document) => Assert.Empty(ValidationSchema.Errors(document));

    [Theory]
    [InlineData("{ number @nope }", "KnownDirectives: Unknown directive \"@nope\". @ 1:10")]
    [InlineData("query @skip(if: true) { number }", "KnownDirectives: Directive \"@skip\" may not be used on QUERY. @ 1:7")]
    [InlineData("mutation @tag { add(name: \"n\") { id } }", "KnownDirectives: Directive \"@tag\" may not be used on MUTATION. @ 1:10")]
    [InlineData("subscription @tag { added { id } }", "KnownDirectives: Directive \"@tag\" may not be used on SUBSCRIPTION. @ 1:14")]
    [InlineData("query ($v: Int! @tag) { number(value: $v) }", "KnownDirectives: Directive \"@tag\" may not be used on VARIABLE_DEFINITION. @ 1:17")]
    [InlineData("{ ...F @mark(note: \"n\") } fragment F on Query { number }", "KnownDirectives: Directive \"@mark\" may not be used on FRAGMENT_SPREAD. @ 1:8")]
    [InlineData("{ ... @mark(note: \"n\") { number } }", "KnownDirectives: Directive \"@mark\" may not be used on INLINE_FRAGMENT. @ 1:7")]
    [InlineData("{ ...F } fragment F on Query @skip(if: true) { number }", "KnownDirectives: Directive \"@skip\" may not be used on FRAGMENT_DEFINITION. @ 1:30")]
    [InlineData("{ number @deprecated }", "KnownDirectives: Directive \"@deprecated\" may not be used on FIELD. @ 1:10")]
    [InlineData("{ number @skip(if: true) @skip(if: false) }", "UniqueDirectivesPerLocation: The directive \"@skip\" can only be used once at this location. @ 1:10 1:26")]
    public void Directives_are_refused_where_they_may_not_stand(string document, string error) => Assert.Equal([error], ValidationSchema.Errors(document));
}
