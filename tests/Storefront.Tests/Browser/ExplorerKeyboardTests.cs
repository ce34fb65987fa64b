using Microsoft.Playwright;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser;

/// <summary>The explorer without a pointer.</summary>
public sealed class ExplorerKeyboardTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Document = "{ desk { __typename } plans { key } }";

    private const string HistoryButton = "[popovertarget=explorer-history]";

    [BrowserFact]
    public Task Everything_is_reached_seen_and_done_by_the_keyboard_alone() => VisitAsync(Screen.Desktop with { Language = "en" }, async page =>
    {
        // Written and run; what failed is said in the status and leads to its place in the result.
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.ReachAsync("#explorer-query");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync(Document);
        await page.Keyboard.PressAsync("Control+Enter");
        await explorer.Status.GetByText("Errors: 1").WaitForAsync();
        await explorer.ReachAsync(".explorer-errors button:last-child");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("\"desk\": null", await page.EvaluateAsync<string>("document.activeElement.innerText"));

        // Taken up again from the history, and left alone with Escape.
        var history = page.Locator("#explorer-history");
        await explorer.ReachAsync(HistoryButton, "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await history.WaitForAsync();
        await explorer.ReachAsync(".explorer-history-open");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(history).ToBeHiddenAsync();
        await Assertions.Expect(explorer.Editor).ToBeFocusedAsync();
        Assert.Equal(Document, await explorer.Editor.InputValueAsync());
        await explorer.ReachAsync(HistoryButton, "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await history.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(history).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(HistoryButton)).ToBeFocusedAsync();

        // Searched and followed: the focus goes where the reader goes.
        await explorer.ReachAsync("#explorer-search");
        await page.Keyboard.TypeAsync("rollover");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/graphql/search?q=rollover");
        await Assertions.Expect(explorer.Documentation.Locator("h2").First).ToBeFocusedAsync();
        await explorer.ReachAsync("a[href$='#HourEntryKind.ROLLOVER']");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/graphql/types/HourEntryKind#HourEntryKind.ROLLOVER");
        await Assertions.Expect(page.Locator("[id='HourEntryKind.ROLLOVER'] a").First).ToBeFocusedAsync();
    });
}
