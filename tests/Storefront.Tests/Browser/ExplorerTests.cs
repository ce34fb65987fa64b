using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;

namespace Storefront.Tests.Browser;

/// <summary>The public API looked up, tried and listened to in a browser.</summary>
public sealed class ExplorerTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly Screen English = Screen.Desktop with { Language = "en" };

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
        await explorer.WriteAsync("");
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
    public Task Events_are_shown_as_they_come_until_they_are_stopped() => VisitAsync(English, async page =>
    {
        var buyer = await Buyer.OpenAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync("subscription Live { accountEvents { sequence kind } }");
        await explorer.PressAsync("run");
        await explorer.Events.GetByText("\"SNAPSHOT\"").WaitForAsync();

        var input = new OpenTicketInput("A colour", "It is too red.", "support", Urgency.Low, Impact.Low, "vtex", ScheduleForNextPeriod: false, [], IdempotencyKey: null);
        Assert.Null((await Fixture.Host.Services.GetRequiredService<OpenTicket>().HandleAsync(input, buyer.Viewer, CancellationToken.None)).Refusal);
        await explorer.Events.First.GetByText("\"TICKET_OPENED\"").WaitForAsync();
        Assert.Equal(2, await explorer.Events.CountAsync());
        Assert.Equal("Listening… Events: 2", (await explorer.Status.InnerTextAsync()).Split(" · ")[0]);
        await LookAsync(page, "explorer-live");

        await explorer.PressAsync("stop");
        Assert.Equal("Stopped.", await explorer.Status.InnerTextAsync());
        Assert.True(await page.Locator("[data-explorer-run]").IsVisibleAsync());
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

        await explorer.PressAsync("share");
        await explorer.Status.GetByText("Link copied").WaitForAsync();
        var link = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        await explorer.PressAsync("run");
        await explorer.Status.GetByText("401").WaitForAsync();
        await explorer.PressAsync("curl");
        await explorer.Status.GetByText("TOKEN").WaitForAsync();
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
        await page.WaitForURLAsync("**/graphql/types/HourEntryKind#HourEntryKind.ROLLOVER");
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

    [BrowserFact]
    public Task The_explorer_fits_every_screen_and_is_accessible_in_both_themes() => VisitAsync(Screen.Phone, async page =>
    {
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.OpenFoldAsync("variables");
        await explorer.WriteAsync("query Plan($key: String!) { plan(key: $key) { nothing } }");
        await explorer.PressAsync("run");
        await explorer.Result.GetByRole(AriaRole.Button).First.WaitForAsync();
        await LookAsync(page, "explorer");
        await page.Locator("[data-explorer-view=documentation]").ClickAsync();
        await explorer.SearchAsync("ticket");
        await explorer.Documentation.GetByText("Resultados para").WaitForAsync();
        await LookAsync(page, "explorer-search");
        await explorer.OpenAsync("/graphql/types/Account");
        await LookAsync(page, "explorer-type");
    });

    private static Task<string> SelectedAsync(ExplorerPage explorer) =>
        explorer.Editor.EvaluateAsync<string>("field => field.value.slice(field.selectionStart, field.selectionEnd)");

    private static async Task LookAsync(IPage page, string name)
    {
        foreach (var screen in new[] { Screen.Phone, Screen.Phone.Dark, Screen.Desktop.Dark, Screen.Desktop })
        {
            await screen.ApplyAsync(page);
            await Gallery.SaveAsync(page, name, screen);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than {screen}.");
            await Accessibility.AssertAsync(page);
        }
    }
}
