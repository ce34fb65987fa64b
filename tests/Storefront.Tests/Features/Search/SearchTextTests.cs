using Storefront.Features.Search;

namespace Storefront.Tests.Features.Search;

public class SearchTextTests
{
    [Theory]
    [InlineData("Facturación Ñandú", "facturacion nandu*")]
    [InlineData("\"medio de pago\" error", "[medio de pago] error*")]
    [InlineData("“medio de pago” “abierta", "[medio de pago] abierta")]
    [InlineData("error \"medio de", "error [medio de]")]
    [InlineData("NEAR(a b) OR -x* AND ^y:z", "near a b or x and y z")]
    [InlineData("#1042", "1042*")]
    [InlineData("a", "a")]
    [InlineData("pago pago", "pago pago*")]
    [InlineData("\"\" '' ** 💥 \0 \ud800", "")]
    [InlineData(null, "")]
    public void What_is_typed_becomes_words_and_phrases(string? typed, string expected)
    {
        var terms = SearchText.Parse(typed).Terms.Select(term =>
            (term.Words.Length > 1 ? $"[{string.Join(' ', term.Words)}]" : term.Words[0]) + (term.IsPrefix ? "*" : ""));

        Assert.Equal(expected, string.Join(' ', terms));
    }

    [Fact]
    public void A_huge_text_is_read_as_far_as_a_search_can_be_typed()
    {
        var text = SearchText.Parse(string.Join(' ', Enumerable.Range(0, 100_000)));

        Assert.InRange(text.Terms.Length, 1, 12);
    }

    [Fact]
    public void An_excerpt_marks_the_words_as_they_were_written_and_lets_no_markup_through()
    {
        var excerpt = Excerpt.Of($"{string.Concat(Enumerable.Repeat("antes ", 200))}<script>alert('Facturación')</script> y más", SearchText.Parse("facturacion"));

        Assert.True(excerpt.HasHits);
        Assert.Contains("<mark>Facturaci&#xF3;n</mark>", excerpt.HtmlText, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", excerpt.HtmlText, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(excerpt.Plain.Length, 30, 300);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud83d")]
    [InlineData("a\ud83d\ude00b")]
    [InlineData("e\u0301e\u0301e\u0301")]
    public void Every_text_has_an_excerpt(string text) => Assert.NotNull(Excerpt.Of(text, SearchText.Parse("éée")).HtmlText);
}
