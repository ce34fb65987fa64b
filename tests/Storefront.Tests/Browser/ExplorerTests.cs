using Microsoft.Playwright;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser;

/// <summary>The public API looked up and tried in a browser.</summary>
public sealed class ExplorerTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly Screen English = Screen.Desktop with { Language = "en" };

    private static readonly string[] Editors = ["query", "variables", "headers"];

    private static readonly string[] WaysOut = ["Tab", "Shift+Tab"];

    [BrowserFact]
    public Task Without_scripts_the_documentation_is_read_followed_and_searched() => VisitAsync(English with { Scripts = false }, async page =>
    {
        await page.GotoAsync("/graphql");
        Assert.False(await page.Locator("#explorer-query").IsVisibleAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "plans", Exact = true }).ClickAsync();
        Assert.EndsWith("/graphql/types/Query#Query.plans", page.Url, StringComparison.Ordinal);

        await page.Locator("[id='Query.plans']").GetByRole(AriaRole.Link, new() { Name = "Plan", Exact = true }).ClickAsync();
        Assert.Equal("Plan object", await page.Locator("#explorer-documentation h2").InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Query.plans", Exact = true }).WaitForAsync();

        await page.Locator("#explorer-search").FillAsync("rollover");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "HourEntryKind.ROLLOVER", Exact = true }).ClickAsync();
        Assert.EndsWith("#HourEntryKind.ROLLOVER", page.Url, StringComparison.Ordinal);
        await Accessibility.AssertAsync(page);
    });

    [BrowserFact]
    public Task A_query_is_written_with_suggestions_and_run_by_the_keyboard() => VisitAsync(English, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.Editor.FillAsync("");
        await explorer.Editor.PressAsync("Control+Space");
        await explorer.Suggestions.WaitForAsync();
        Assert.Equal("explorer-suggestion-0", await explorer.Editor.GetAttributeAsync("aria-activedescendant"));
        await explorer.Editor.PressAsync("Enter");
        await explorer.Editor.PressSequentiallyAsync("plan");
        await explorer.Suggestions.GetByRole(AriaRole.Option).First.WaitForAsync();
        await explorer.Editor.PressAsync("Tab");
        await explorer.Editor.PressSequentiallyAsync("na");
        await explorer.Editor.PressAsync("Enter");
        Assert.Equal("query {\n  plans {\n    name\n  }\n}", await explorer.Editor.InputValueAsync());

        await explorer.Editor.PressAsync("Control+Enter");
        await explorer.Result.GetByText("\"Business\"").WaitForAsync();

        Assert.Matches("^200 · .* estimated cost [0-9]+", await explorer.Status.InnerTextAsync());
        Assert.True(await explorer.Editor.EvaluateAsync<bool>("field => field === document.activeElement"));
    });

    [BrowserFact]
    public Task What_the_server_finds_wrong_leads_to_its_place() => VisitAsync(English, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync("{\n  plans { nam }\n}");
        await explorer.Problems.GetByText("(line 2, column 11)").ClickAsync();
        Assert.Equal("nam", await SelectedAsync(explorer));

        await explorer.PressAsync("run");
        await explorer.Result.GetByRole(AriaRole.Button, new() { Name = "line 2, column 11" }).ClickAsync();
        Assert.Equal("nam", await SelectedAsync(explorer));

        await explorer.WriteAsync("{ desk { __typename } plans { key } }");
        await explorer.PressAsync("run");
        await explorer.Result.GetByRole(AriaRole.Button, new() { Name = "desk: show in the result" }).ClickAsync();
        Assert.Equal("\"desk\": null", await page.EvaluateAsync<string>("document.activeElement.innerText"));
    });

    [BrowserFact]
    public Task A_link_carries_document_and_variables_and_headers_stay_nowhere() => VisitAsync(English, async page =>
    {
        const string Document = "query One($key: String!) {\n  plan(key: $key) { name }\n}\nquery All { plans { key } }";
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync(Document);
        await page.GetByLabel("Operation").SelectOptionAsync("One");
        await explorer.OpenFoldAsync("variables");
        await explorer.PressAsync("fill");
        await page.Locator("#explorer-variables").FillAsync("{ \"key\": \"growth\" }");
        await explorer.OpenFoldAsync("headers");
        await page.Locator("#explorer-headers").FillAsync("Authorization: Bearer not-to-be-kept");

        // Said for a moment only, so that waiting begins before.
        var isCopied = explorer.Status.GetByText("Link copied").WaitForAsync();
        await explorer.PressAsync("share");
        await isCopied;
        var link = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        await explorer.PressAsync("run");
        await explorer.Status.GetByText("401").WaitForAsync();
        var isNamed = explorer.Status.GetByText("TOKEN").WaitForAsync();
        await explorer.PressAsync("curl");
        await isNamed;
        var curl = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        var stored = await explorer.StoredAsync();
        Assert.Contains("growth", stored, StringComparison.Ordinal);
        Assert.All([link, curl, stored], text => Assert.DoesNotContain("not-to-be-kept", text, StringComparison.Ordinal));
        await page.GotoAsync("about:blank");
        await explorer.OpenAsync(link);
        Assert.Equal(Document, await explorer.Editor.InputValueAsync());
        Assert.Equal("", await page.Locator("#explorer-headers").InputValueAsync());
        await explorer.PressAsync("run");
        await explorer.Result.GetByText("\"Growth\"").WaitForAsync();
    });

    [BrowserFact]
    public Task The_operation_that_somebody_writes_in_is_the_one_that_runs() => VisitAsync(English, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync("query Names { plans { name } }\nquery Keys { plans { key } }");
        Assert.Equal("Names", await page.GetByLabel("Operation").InputValueAsync());

        await explorer.Editor.PressAsync("End");
        await Assertions.Expect(page.GetByLabel("Operation")).ToHaveValueAsync("Keys");
        await explorer.Editor.PressAsync("Control+Enter");
        await explorer.Result.GetByText("\"business\"").WaitForAsync();
    });

    [BrowserFact]
    public Task Variables_are_written_with_suggestions_of_their_types() => VisitAsync(English, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync("query Found($where: TicketFilterInput) { account { tickets(where: $where) { nodes { number } } } }");
        await explorer.OpenFoldAsync("variables");
        await explorer.Variables.PressAsync("Control+Space");
        await explorer.Variables.PressAsync("Enter");
        await explorer.Variables.PressSequentiallyAsync("\"w");
        await explorer.Variables.PressAsync("Tab");
        await explorer.Variables.PressSequentiallyAsync("\"st");
        await explorer.Variables.PressAsync("Enter");
        await explorer.Variables.PressSequentiallyAsync("\"e");
        await explorer.Variables.PressAsync("Enter");
        await explorer.Variables.PressSequentiallyAsync("\"OP");
        await page.Locator("#explorer-variable-suggestion-0").WaitForAsync();
        await explorer.Variables.PressAsync("Enter");

        Assert.Equal("""{"where":{"status":{"eq":"OPEN"}}}""", string.Concat((await explorer.Variables.InputValueAsync()).Where(letter => !char.IsWhiteSpace(letter))));
        Assert.Equal(0, await page.Locator("[data-explorer-problems=variables] li").CountAsync());
    });

    [BrowserFact]
    public Task The_keyboard_gets_out_of_every_editor() => VisitAsync(English, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.OpenFoldAsync("variables");
        await explorer.OpenFoldAsync("headers");
        foreach (var editor in Editors)
        {
            var field = page.Locator($"#explorer-{editor}");
            foreach (var key in WaysOut)
            {
                await field.FocusAsync();
                await page.Keyboard.PressAsync(key);
                Assert.False(await field.EvaluateAsync<bool>("field => field === document.activeElement"), $"{key} stays in {editor}.");
            }
        }

        var before = await explorer.Editor.InputValueAsync();
        await explorer.Editor.PressAsync("Control+Space");
        await explorer.Suggestions.WaitForAsync();
        Assert.Contains("Escape", await page.Locator("#explorer-keys").InnerTextAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Tab");
        Assert.False(await explorer.Editor.EvaluateAsync<bool>("field => field === document.activeElement"));
        Assert.Equal(before, await explorer.Editor.InputValueAsync());
    });

    [BrowserFact]
    public Task What_was_run_is_found_again_and_can_be_forgotten() => VisitAsync(English, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync("query Names { plans { name } }");
        await explorer.PressAsync("run");
        await explorer.Result.GetByText("\"Business\"").WaitForAsync();
        await explorer.WriteAsync("{ house { name } }");

        var history = page.Locator("#explorer-history");
        await page.Locator("[popovertarget=explorer-history]").First.ClickAsync();
        await Accessibility.AssertAsync(page);
        await history.GetByRole(AriaRole.Button, new() { Name = "Names" }).First.ClickAsync();
        Assert.Equal("query Names { plans { name } }", await explorer.Editor.InputValueAsync());

        await page.Locator("[popovertarget=explorer-history]").First.ClickAsync();
        await history.GetByRole(AriaRole.Button, new() { Name = "Clear history" }).ClickAsync();
        await history.GetByText("Nothing was run yet.").WaitForAsync();
    });

    [BrowserFact]
    public Task Documentation_is_followed_and_searched_beside_what_is_being_written() => VisitAsync(English, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync("{ house { name } }");

        await explorer.SearchAsync("roll");
        await explorer.Documentation.GetByRole(AriaRole.Link, new() { Name = "HourEntryKind.ROLLOVER", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/graphql/types/HourEntryKind#HourEntryKind.ROLLOVER");
        Assert.Equal("HourEntryKind.ROLLOVER", await page.EvaluateAsync<string>("document.querySelector(':target').id"));
        Assert.Equal("{ house { name } }", await explorer.Editor.InputValueAsync());

        await page.GoBackAsync();
        await explorer.Documentation.GetByText("Results for").WaitForAsync();
        await page.GoBackAsync();
        await explorer.Documentation.GetByRole(AriaRole.Link, new() { Name = "Plans and prices" }).ClickAsync();
        Assert.StartsWith("query Plans {", await explorer.Editor.InputValueAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal("{ house { name } }", await explorer.Editor.InputValueAsync());
    });

    private static Task<string> SelectedAsync(ExplorerPage explorer) =>
        explorer.Editor.EvaluateAsync<string>("field => field.value.slice(field.selectionStart, field.selectionEnd)");
}
