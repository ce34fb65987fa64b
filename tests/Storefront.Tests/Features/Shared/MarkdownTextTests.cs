using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Tests.Features.Shared;

public sealed class MarkdownTextTests
{
    [Fact]
    public void Emphasis_lists_and_line_breaks_are_kept() =>
        Assert.Equal("<p><strong>Two</strong><br />\nlines</p>\n<ul>\n<li>one</li>\n</ul>\n", Html("**Two**\nlines\n\n- one"));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("text <b onclick=\"alert(1)\">bold</b>")]
    public void Raw_HTML_is_shown_not_run(string markdown)
    {
        var body = new HtmlParser().ParseDocument(Html(markdown)).Body!;
        Assert.Empty(body.QuerySelectorAll("script, img, b"));
        Assert.Contains("alert", body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](data:text/html,hello)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](//elsewhere.example)")]
    [InlineData("[x](/\\elsewhere.example)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    public void Links_that_are_not_plainly_good_lead_nowhere(string markdown)
    {
        var links = new HtmlParser().ParseDocument(Html(markdown)).QuerySelectorAll("a");
        Assert.All(links, link => Assert.Equal("#", link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("[x](https://shop.example/a?b=c)", "https://shop.example/a?b=c")]
    [InlineData("https://shop.example", "https://shop.example")]
    [InlineData("[x](/plans)", "/plans")]
    [InlineData("[x](mailto:ana@shop.example)", "mailto:ana@shop.example")]
    [InlineData("![picture](https://shop.example/p.png)", "https://shop.example/p.png")]
    public void Good_links_stay_and_pictures_become_links(string markdown, string address) =>
        Assert.Equal(address, Assert.Single(new HtmlParser().ParseDocument(Html(markdown)).QuerySelectorAll("a")).GetAttribute("href"));

    private static string Html(string markdown) => Assert.IsType<HtmlString>(MarkdownText.ToHtml(markdown)).Value!;
}
