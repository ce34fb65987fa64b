using Storefront.Features.Shared.Formatting;

namespace Storefront.Tests.Features.Shared;

public sealed class ShortTextTests
{
    private static readonly string Smiles = string.Concat(Enumerable.Repeat("\U0001F600", 100));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("short", 5, "short")]
    [InlineData("short", 3, "sho")]
    [InlineData("short", 0, "")]
    public void A_text_begins_with_as_much_as_there_is_room_for(string text, int most, string begin) => Assert.Equal(begin, ShortText.Begin(text, most));

    [Fact]
    public void A_long_text_is_cut_between_characters_and_never_inside_one()
    {
        Assert.Equal(100, ShortText.Begin(Smiles, 100).Length);
        Assert.Equal(99, ShortText.Begin("a" + Smiles, 100).Length);
        Assert.All(ShortText.Begin("a" + Smiles, 100).EnumerateRunes(), rune => Assert.NotEqual('\uFFFD', rune.Value));
        Assert.Equal(Smiles[..98] + "…", ShortText.Of(Smiles, 100));
    }
}
