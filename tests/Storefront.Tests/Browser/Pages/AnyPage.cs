using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Pages;

/// <summary>The frame that every page has.</summary>
public sealed class AnyPage(IPage page)
{
    private ILocator Menu => page.Locator("details.nav-menu");

    public async Task<AnyPage> OpenAsync(string path)
    {
        await page.GotoAsync(path);
        return this;
    }

    public async Task<string?> LanguageAsync() => await page.Locator("html").GetAttributeAsync("lang");

    public async Task<string?> ThemeAsync() => await page.Locator("html").GetAttributeAsync("data-theme");

    public async Task ChooseLanguageAsync(string code)
    {
        await ChooseAsync("language", code);
        await page.Locator($"html[lang='{code}']").WaitForAsync();
    }

    public async Task ChooseThemeAsync(string theme)
    {
        await ChooseAsync("theme", theme);
        await page.Locator($"html[data-theme='{theme}']").WaitForAsync();
    }

    public Task OpenMenuAsync() => Menu.Locator("summary").ClickAsync();

    public async Task<bool> IsMenuOpenAsync() => await Menu.GetAttributeAsync("open") is not null;

    private async Task ChooseAsync(string name, string value)
    {
        var menu = page.Locator($"header details:has(button[name='{name}'])");
        await menu.Locator("summary").ClickAsync();
        await menu.Locator($"button[value='{value}']").ClickAsync();
    }
}
