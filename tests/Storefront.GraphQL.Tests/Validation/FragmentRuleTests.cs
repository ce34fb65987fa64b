namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Section 5.5.</summary>
public class FragmentRuleTests
{
    [Theory]
    [InlineData("{ ...F } fragment F on Query { ...G } fragment G on Query { number }")]
    [InlineData("{ item(id: 1) { ... on Thing { ... on Tool { weight } } ... on Saw { ... on Item { id } } } }")]
    [InlineData("{ ...A ...B } fragment A on Query { ...B } fragment B on Query { number }")]
    public void Valid_fragments_are_accepted(string document) => Assert.Empty(ValidationSchema.Errors(document));

    [Theory]
    [InlineData("{ ...F } fragment F on Query { number } fragment F on Query { number }", "UniqueFragmentNames: There can be only one fragment named \"F\". @ 1:19 1:50")]
    [InlineData("{ ... on Benc { id } }", "KnownTypeNames: Unknown type \"Benc\". Did you mean \"Bench\"? @ 1:10")]
    [InlineData("{ ...F } fragment F on Nowhere { id }", "KnownTypeNames: Unknown type \"Nowhere\". @ 1:24")]
    [InlineData("{ ... on Unit { id } }", "FragmentsOnCompositeTypes: Fragment cannot condition on non composite type \"Unit\". @ 1:10")]
    [InlineData("{ ...F } fragment F on Range { from }", "FragmentsOnCompositeTypes: Fragment \"F\" cannot condition on non composite type \"Range\". @ 1:24")]
    [InlineData("{ number } fragment F on Query { number }", "NoUnusedFragments: Fragment \"F\" is never used. @ 1:12")]
    [InlineData("{ ...F }", "KnownFragmentNames: Unknown fragment \"F\". @ 1:6")]
    [InlineData("{ ...F } fragment F on Query { ...F }", "NoFragmentCycles: Cannot spread fragment \"F\" within itself. @ 1:32")]
    [InlineData("{ ...F } fragment F on Query { ...G } fragment G on Query { self { ...H } } fragment H on Query { ...F }", "NoFragmentCycles: Cannot spread fragment \"F\" within itself via \"G\", \"H\". @ 1:32 1:68 1:99")]
    [InlineData("{ bench { ... on Saw { id } } }", "PossibleFragmentSpreads: Fragment cannot be spread here as objects of type \"Bench\" can never be of type \"Saw\". @ 1:11")]
    [InlineData("{ tool { ...F } } fragment F on Plank { id }", "PossibleFragmentSpreads: Fragment \"F\" cannot be spread here as objects of type \"Tool\" can never be of type \"Plank\". @ 1:10")]
    public void Invalid_fragments_are_refused(string document, string error) => Assert.Equal([error], ValidationSchema.Errors(document));

    [Fact]
    public void Fragments_that_use_only_each_other_are_unused()
    {
        Assert.Equal(
            ["NoUnusedFragments: Fragment \"A\" is never used. @ 1:12", "NoUnusedFragments: Fragment \"B\" is never used. @ 1:41"],
            ValidationSchema.Errors("{ number } fragment A on Query { ...B } fragment B on Query { number }"));
    }
}
