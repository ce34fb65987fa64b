using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Shared;

public class LocalizedTextTests
{
    private static readonly LocalizedText Hours = new(("es-CL", "horas"), ("pt-BR", "horas de trabalho"), ("en", "hours"));

    [Theory]
    [InlineData("es-CL", "horas")]
    [InlineData("es-UY", "horas")]
    [InlineData("es", "horas")]
    [InlineData("pt", "horas de trabalho")]
    [InlineData("PT-br", "horas de trabalho")]
    [InlineData("en-GB", "hours")]
    [InlineData("de", "horas")]
    [InlineData("", "horas")]
    public void A_reader_gets_the_nearest_language_and_else_the_houses_own(string language, string expected)
    {
        Assert.Equal(expected, Hours.In(language));
    }

    [Fact]
    public void The_very_language_wins_over_another_region_of_it()
    {
        var text = new LocalizedText(("pt-PT", "ecrã"), ("pt-BR", "tela"));
        Assert.Equal("tela", text.In("pt-BR"));
    }

    [Fact]
    public void Texts_that_say_the_same_are_equal()
    {
        Assert.Equal(new LocalizedText(("en", "a")), new LocalizedText(("en", "a")));
        Assert.NotEqual(new LocalizedText(("en", "a")), new LocalizedText(("en", "b")));
    }

    [Fact]
    public void A_text_without_a_language_or_with_one_twice_cannot_be_built()
    {
        Assert.Throws<ArgumentException>(() => new LocalizedText(new Dictionary<string, string>()));
        Assert.Throws<ArgumentException>(() => new LocalizedText(("en", "a"), ("EN", "b")));
    }
}
