using System.Collections;
using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Http;
using Storefront.Stripe.Sandbox.Pages;

namespace Storefront.Tests.Stripe.Sandbox;

public sealed class PageTextsTests
{
    private static readonly ResourceManager s_resources = new(typeof(PageTexts).FullName!, typeof(PageTexts).Assembly);

    [Theory]
    [InlineData("es")]
    [InlineData("pt")]
    public void Every_text_is_there_in_every_language_with_the_same_places_for_values(string language)
    {
        var english = Texts(CultureInfo.InvariantCulture);
        var other = Texts(CultureInfo.GetCultureInfo(language));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in english)
        {
            Assert.Equal(text.Count(letter => letter == '{'), other[key].Count(letter => letter == '{'));
        }
    }

    [Theory]
    [InlineData("pt-BR", "en", "Número do cartão")]
    [InlineData("es-419", "en", "Número de la tarjeta")]
    [InlineData("auto", "fr, pt;q=0.5, en;q=0.4", "Número do cartão")]
    [InlineData(null, "de", "Card number")]
    [InlineData(null, "", "Card number")]
    public void The_language_is_the_session_s_then_the_reader_s_then_English(string? locale, string accepted, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = accepted;
        Assert.Equal(expected, PageTexts.For(context.Request, locale)["CardNumber"]);
    }

    private static Dictionary<string, string> Texts(CultureInfo culture) => s_resources.GetResourceSet(culture, true, false)!
        .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
