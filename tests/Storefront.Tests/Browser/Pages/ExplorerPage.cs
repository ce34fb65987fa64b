using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Pages;

/// <summary>The GraphQL explorer as a person uses it.</summary>
public sealed class ExplorerPage(IPage page)
{
    public ILocator Editor => page.Locator("#explorer-query");

    public ILocator Variables => page.Locator("#explorer-variables");

    public ILocator Transport => page.Locator("[data-explorer-transport] select");

    public ILocator Suggestions => page.Locator("#explorer-suggestions");

    public ILocator Result => page.Locator("[data-explorer-result]");

    public ILocator Status => page.Locator("[data-explorer-status]");

    public ILocator Problems => page.Locator("[data-explorer-problems=query] li");

    public ILocator Documentation => page.Locator("#explorer-documentation");

    public ILocator Events => page.Locator(".explorer-events > li");

    /// <summary>The parts of its script, on the schema that it has read.</summary>
    public ExplorerScript Script => new(page);

    public async Task<ExplorerPage> OpenAsync(string path = "/graphql")
    {
        await page.GotoAsync(path);
        await page.Locator("[data-explorer][data-ready=schema]").WaitForAsync();
        return this;
    }

    /// <summary>Puts a document into the editor and waits for the server's word on it.</summary>
    public Task WriteAsync(string document) => page.RunAndWaitForResponseAsync(
        () => Editor.FillAsync(document),
        response => response.Url.EndsWith("/graphql/validate", StringComparison.Ordinal));

    public Task OpenFoldAsync(string name) => page.Locator($"[data-explorer-fold={name}] > summary").ClickAsync();

    public Task PressAsync(string button) => page.Locator($"[data-explorer-{button}]").ClickAsync();

    public Task SearchAsync(string question) => page.Locator("#explorer-search").FillAsync(question);

    /// <summary>Goes on by one key until something has the focus; each stop on the way in the explorer shows that it has it.</summary>
    public async Task ReachAsync(string selector, string key = "Tab")
    {
        for (var stops = 0; stops < 200; stops++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
            Assert.Equal("", await page.EvaluateAsync<string>(
                """
                () => {
                  const at = document.activeElement;
                  const shown = at.closest(".explorer-code") ?? at;
                  return at.closest("[data-explorer]") && getComputedStyle(shown).outlineStyle === "none" ? at.outerHTML.slice(0, 200) : "";
                }
                """));
        }

        Assert.Fail($"{key} does not come to {selector}.");
    }

    /// <summary>Everything that the page keeps in the browser.</summary>
    public Task<string> StoredAsync() => page.EvaluateAsync<string>("JSON.stringify({ ...localStorage, ...sessionStorage })");
}
