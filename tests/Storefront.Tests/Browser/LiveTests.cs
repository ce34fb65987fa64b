using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser;

/// <summary>The script that keeps pages up to date, against a page and a stream that the test plays.</summary>
public sealed class LiveTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [BrowserFact]
    public Task An_event_swaps_the_regions_and_leaves_what_the_reader_did() => VisitAsync(Screen.Desktop, async page =>
    {
        var live = await new LivePage(page).PlayAsync();
        await live.OpenAsync();
        await live.TypeAsync("half a sentence");
        await live.OpenDetailsAsync();

        await live.SendAsync(sequence: 8, "RESOLVED");

        await live.WaitForStatusAsync("RESOLVED");
        Assert.Equal("half a sentence", await live.TypedAsync());
        Assert.True(await live.AreDetailsOpenAsync());
    });

    [BrowserFact]
    public Task A_connection_that_breaks_is_opened_again_after_the_last_event() => VisitAsync(Screen.Desktop, async page =>
    {
        var live = await new LivePage(page).PlayAsync();
        await live.OpenAsync();
        Assert.Equal(7, await live.AskedAfterAsync(connection: 1));

        await live.SendAsync(sequence: 12, "PLANNED");
        await live.WaitForStatusAsync("PLANNED");

        Assert.Equal(12, await live.AskedAfterAsync(connection: 2));
    });

    [BrowserFact]
    public Task COM_08_What_an_event_told_of_is_fetched_until_it_is_shown_where_the_line_is_cut_between_the_two() => VisitAsync(Screen.Desktop, async page =>
    {
        var live = await new LivePage(page).PlayAsync();
        await live.OpenAsync();
        live.CutFetches();

        await live.SendAsync(sequence: 8, "RESOLVED");

        await live.WaitForStatusAsync("RESOLVED");
        Assert.Equal(4, live.PagesServed);
        Assert.Equal(8, await live.AskedAfterAsync(connection: 2));
    });

    [BrowserFact]
    public Task A_snapshot_of_what_is_already_shown_changes_nothing() => VisitAsync(Screen.Desktop, async page =>
    {
        var live = await new LivePage(page).PlayAsync();
        await live.OpenAsync();

        await live.SendAsync(sequence: 7, "NOT SHOWN", kind: "SNAPSHOT");
        await live.AskedAfterAsync(connection: 2);

        Assert.Equal("OPEN", await live.StatusAsync());
        Assert.Equal(1, live.PagesServed);
    });

    [BrowserFact]
    public Task Without_a_connection_the_page_says_from_when_it_is() => VisitAsync(Screen.Desktop, async page =>
    {
        var live = await new LivePage(page).PlayAsync();
        await live.OpenAsync();

        await live.RefuseAsync();

        Assert.Matches("^As of [0-9]{2}:[0-9]{2}$", await live.LabelAsync());
    });
}
