using Storefront.Features.Help;

namespace Storefront.Tests.Features.Help;

public sealed class HelpCutTests
{
    [Fact]
    public void A_long_text_is_cut_between_characters_and_never_inside_one()
    {
        var smiles = string.Concat(Enumerable.Repeat("\U0001F600", HelpSearch.MostLetters));

        Assert.Equal(HelpSearch.MostLetters, HelpSearch.Cut(smiles).Length);
        Assert.Equal(HelpSearch.MostLetters - 1, HelpSearch.Cut("a" + smiles).Length);
        Assert.All(HelpSearch.Cut("a" + smiles).EnumerateRunes(), rune => Assert.NotEqual('\uFFFD', rune.Value));
        Assert.Equal("short", HelpSearch.Cut("short"));
    }
}
