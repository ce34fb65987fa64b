using Microsoft.Playwright;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser;

/// <summary>
/// The explorer on a phone and on a desk, light and dark, with and without scripts: nothing scrolls sideways, everything has a name, can be
/// read and reached, and nothing is asked of another host.
/// </summary>
public sealed class ExplorerLookTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly Screen[] Screens = [Screen.Phone, Screen.Phone.Dark, Screen.Desktop.Dark, Screen.Desktop];

    private static readonly string[] Pages =
    [
        "/graphql", "/graphql/types", "/graphql/types/Account", "/graphql/types/Query", "/graphql/types/TicketStatus", "/graphql/types/OpenTicketInput",
        "/graphql/types/OpenTicketError", "/graphql/types/DateTime", "/graphql/directives/deprecated", "/graphql/search?q=ticket", "/graphql/search",
        "/graphql/search?q=zebra", "/graphql/types/Zebra",
    ];

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Every_page_of_the_documentation_is_in_order(bool scripts) => VisitAsync(
        Screen.Phone with { Scripts = scripts },
        async page =>
        {
            var faults = new List<string>();
            foreach (var path in Pages)
            {
                await page.GotoAsync(path);
                faults.AddRange((await FaultsAsync(page)).Select(fault => $"{path} {fault}"));
            }

            Assert.True(faults.Count == 0, string.Join('\n', faults));
        },
        scripts ? "with-scripts" : "without-scripts");

    [BrowserTheory]
    [InlineData("overview", "/graphql")]
    [InlineData("type", "/graphql/types/Account")]
    [InlineData("search", "/graphql/search?q=ticket")]
    public Task Documentation_is_accessible_in_both_themes(string name, string path) => VisitAsync(
        Screen.Phone,
        async page =>
        {
            await new ExplorerPage(page).OpenAsync(path);
            await LookAsync(page, $"explorer-{name}");
        },
        name);

    [BrowserFact]
    public Task The_editor_is_in_order_while_everything_in_it_is_open_and_wrong() => VisitAsync(Screen.Phone, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.OpenFoldAsync("variables");
        await explorer.OpenFoldAsync("headers");
        await explorer.WriteAsync("query Plan($key: String!) { plan(key: $key) { nothing } }");
        await explorer.PressAsync("run");
        await explorer.Result.GetByRole(AriaRole.Button).First.WaitForAsync();
        await page.Locator("#explorer-headers").FillAsync("nonsense");
        await LookAsync(page, "explorer-wrong");
    });

    [BrowserFact]
    public Task A_result_with_errors_and_costs_is_in_order() => VisitAsync(Screen.Phone, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync("{ house { name } desk { __typename } plans { key name prices { interval total { formatted } } } }");
        await explorer.PressAsync("run");
        await explorer.Result.GetByRole(AriaRole.Button).First.WaitForAsync();
        await LookAsync(page, "explorer-result");
    });

    [BrowserFact]
    public Task Suggestions_and_history_are_in_order_while_they_are_open() => VisitAsync(Screen.Phone, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync("query Names { plans { name } }");
        await explorer.PressAsync("run");
        await explorer.Result.GetByText("\"Business\"").WaitForAsync();
        foreach (var screen in Screens)
        {
            await screen.ApplyAsync(page);
            await explorer.Editor.PressAsync("Control+Space");
            await explorer.Suggestions.WaitForAsync();
            await Gallery.SaveAsync(page, "explorer-suggestions", screen);
            await Accessibility.AssertAsync(page);
            await explorer.Editor.PressAsync("Escape");

            await page.Locator("[popovertarget=explorer-history]").First.ClickAsync();
            await Gallery.SaveAsync(page, "explorer-history", screen);
            await Accessibility.AssertAsync(page);
            await page.Keyboard.PressAsync("Escape");
        }
    });

    protected override bool IsTraced => false;

    private static async Task LookAsync(IPage page, string name)
    {
        var faults = await FaultsAsync(page);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        foreach (var screen in Screens)
        {
            await screen.ApplyAsync(page);
            await Gallery.SaveAsync(page, name, screen);
            await Accessibility.AssertAsync(page);
        }
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var faults = new List<string>();
        foreach (var screen in Screens)
        {
            await screen.ApplyAsync(page);
            faults.AddRange((await PageFaults.FindAsync(page)).Select(fault => $"at {screen}: {fault}"));
        }

        return faults;
    }
}
