using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser.Pages;

/// <summary>The page of plans and its calculator. Spaces in what it says are plain ones.</summary>
public sealed class PlansPage(IPage page)
{
    public async Task<PlansPage> OpenAsync()
    {
        await page.GotoAsync("/plans");
        return this;
    }

    public async Task<IReadOnlyList<string>> NamesAsync() => await page.Locator(".plan h2").AllInnerTextsAsync();

    public async Task<IEnumerable<string>> HoursAsync() =>
        (await page.Locator(".plan-hours .duration").AllInnerTextsAsync()).Select(WithPlainSpaces);

    public async Task<string> PriceOfAsync(string plan) => await Card(plan).Locator(".plan-price .money").InnerTextAsync();

    public async Task<string> TaxLineOfAsync(string plan) => WithPlainSpaces(await Card(plan).Locator(".plan-tax").InnerTextAsync());

    public async Task<string?> ChoiceLinkOfAsync(string plan) => await Card(plan).Locator("a.button").GetAttributeAsync("href");

    public Task ChooseYearAsync() => page.Locator(".segmented a[href*='interval=year']").First.ClickAsync();

    public Task ChooseCurrencyAsync(string code) =>
        page.Locator(".segmented").GetByText(code, new LocatorGetByTextOptions { Exact = true }).ClickAsync();

    public async Task AskForHoursAsync(string hours)
    {
        await page.Locator("#hours").FillAsync(hours);
        await page.Locator("#calculator button").ClickAsync();
        await page.ArriveAsync(new Regex($@"[?&]hours={hours}\b"));
    }

    public async Task<string> AnswerAsync() => WithPlainSpaces(await page.Locator(".answer").InnerTextAsync());

    public async Task<string?> AnswerLinkAsync() => await page.Locator(".answer a.button").GetAttributeAsync("href");

    private static string WithPlainSpaces(string text) => text.Replace('\u00A0', ' ');

    private ILocator Card(string plan) => page.Locator($"article[aria-labelledby='plan-{plan}']");
}
