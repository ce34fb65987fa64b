using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser;

/// <summary>Language and theme: what the reader's browser asks for, what the reader chooses, and that it is remembered.</summary>
public sealed class PreferencesTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [BrowserTheory]
    [InlineData("es-AR", "es")]
    [InlineData("pt-PT", "pt")]
    [InlineData("en-GB", "en")]
    [InlineData("de-DE", "es")]
    public Task The_first_page_is_in_the_readers_language_or_else_the_houses(string wanted, string shown) => VisitAsync(
        Screen.Desktop with { Language = wanted },
        async page => Assert.Equal(shown, await (await new AnyPage(page).OpenAsync("/")).LanguageAsync()));

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_chosen_language_holds_on_the_same_page_and_the_next(bool scripts) => VisitAsync(
        Screen.Desktop with { Scripts = scripts },
        async page =>
        {
            var any = await new AnyPage(page).OpenAsync("/plans?interval=year");

            await any.ChooseLanguageAsync("pt");

            Assert.Equal("pt", await any.LanguageAsync());
            Assert.EndsWith("/plans?interval=year", page.Url, StringComparison.Ordinal);
            Assert.Equal("pt", await (await any.OpenAsync("/questions")).LanguageAsync());
        });

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_chosen_theme_is_remembered(bool scripts) => VisitAsync(
        Screen.Desktop with { Scripts = scripts },
        async page =>
        {
            var any = await new AnyPage(page).OpenAsync("/");

            await any.ChooseThemeAsync("dark");

            Assert.Equal("dark", await any.ThemeAsync());
            Assert.Equal("dark", await (await any.OpenAsync("/plans")).ThemeAsync());
        });

    [BrowserFact]
    public Task Menus_close_on_Escape_and_the_focus_goes_back() => VisitAsync(Screen.Phone, async page =>
    {
        var any = await new AnyPage(page).OpenAsync("/");
        await any.OpenMenuAsync();
        Assert.True(await any.IsMenuOpenAsync());

        await page.Keyboard.PressAsync("Escape");

        Assert.False(await any.IsMenuOpenAsync());
        Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
    });
}
