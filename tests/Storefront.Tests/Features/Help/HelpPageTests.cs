using System.Net;
using AngleSharp.Html.Dom;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Help;

/// <summary>The help centre as a browser without scripts meets it.</summary>
public sealed class HelpPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task FLU_26_Questions_and_articles_are_read_and_searched_in_the_reader_s_language()
    {
        using var http = host.CreateClient();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("pt-BR");
        var all = await ReadAsync(http, "/help");
        Assert.NotNull(all.QuerySelector(".help-topic a[href='/help/refunds']"));
        Assert.NotNull(all.QuerySelector(".help-topic a[href='/help/give-access']"));

        var found = await ReadAsync(http, "/help?q=SENHAS");
        Assert.NotNull(found.QuerySelector(".search-hit a[href='/help/give-access']"));
        Assert.Contains("senhas", found.QuerySelector(".search-hit mark")!.TextContent, StringComparison.OrdinalIgnoreCase);

        var article = await ReadAsync(http, "/help/give-access");
        Assert.Equal("Como entregar senhas e acessos sem risco", article.QuerySelector("h1")!.TextContent);
        Assert.Equal("acessos", article.QuerySelector(".help-article strong")!.TextContent);
        Assert.NotEmpty(article.QuerySelectorAll("aside a[href^='/help/']"));
    }

    [Theory]
    [InlineData("/help?q=xyzzyplugh")]
    [InlineData("/help?q=%22%27%00%F0%9F%92%A5")]
    [InlineData("/help?q=%25%20AND%20OR%20NEAR(")]
    public async Task What_cannot_be_found_leads_on_to_people(string path)
    {
        using var http = host.CreateClient();

        Assert.NotNull((await ReadAsync(http, path)).QuerySelector(".empty a[href='/tickets/new']"));
    }

    [Fact]
    public async Task A_page_that_there_is_not_is_not_found()
    {
        using var http = host.CreateClient();
        using var answer = await http.GetAsync("/help/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_that_may_answer_a_ticket_are_shown_while_it_is_written_and_after_a_first_look()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);
        var empty = await visitor.ReadAsync("/tickets/new");
        Assert.Empty(empty.QuerySelectorAll(".suggestions a"));

        var typed = await visitor.ReadAsync("/help?handler=Suggestions&subject=Do+I+lose+my+unused+hours");
        Assert.Equal("/help/unused-hours", typed.QuerySelector(".suggestions a")!.GetAttribute("href"));

        using var seen = await visitor.PostAsync("/tickets/new", empty, TicketVisitor.Fields(subject: "Do I lose my unused hours?", step: "preview"));
        Assert.Equal("/help/unused-hours", (await TicketVisitor.ParseAsync(seen)).QuerySelector(".suggestions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_search_of_a_customer_shows_help_beside_tickets()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);

        Assert.NotNull((await visitor.ReadAsync("/search?q=refund")).QuerySelector(".help-results a[href='/help/refunds']"));
    }

    [Fact]
    public async Task The_API_gives_pages_to_anybody()
    {
        using var api = await TicketApi.ConnectAsync(host);
        var answer = await api.AskAsync("{ helpPages(text: \"refund\", first: 1) { nodes { key title topicKey bodyHtml isArticle } } helpPage(key: \"give-access\") { title isArticle } }");

        Assert.Equal("refunds", (string)answer["helpPages"]!["nodes"]![0]!["key"]!);
        Assert.True((bool)answer["helpPage"]!["isArticle"]!);
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await TicketVisitor.ParseAsync(answer);
    }
}
