using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Shared;

/// <summary>What every page answers, apart from how it looks.</summary>
public sealed class PageResponseTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory]
    [InlineData("es", "Aquí no hay nada")]
    [InlineData("pt", "Não há nada aqui")]
    [InlineData("en", "There is nothing here")]
    public async Task A_missing_page_is_told_in_the_readers_language(string language, string title)
    {
        var answer = await GetAsync("/nothing-here", language);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(title, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_asks_for_something_missing_gets_no_page()
    {
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        var answer = await client.GetAsync("/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("400")]
    [InlineData("403")]
    [InlineData("404")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("503")]
    public async Task Every_kind_of_failure_has_its_words(string code)
    {
        var answer = await GetAsync($"/error/{code}", "en");

        Assert.Equal(code, ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.DoesNotContain("Title.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_icon_is_also_where_browsers_look_for_what_is_shown_without_a_page()
    {
        using var client = host.CreateClient();

        var elsewhere = await client.GetAsync("/favicon.ico");
        var answer = await client.GetAsync(elsewhere.Headers.Location);

        Assert.Equal(HttpStatusCode.MovedPermanently, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Styles_scripts_and_pictures_are_named_by_their_content()
    {
        var page = await new HtmlParser().ParseDocumentAsync(await (await GetAsync("/", "es")).Content.ReadAsStreamAsync());
        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(link => link.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("script").Select(script => script.GetAttribute("src")!))
            .ToList();
        Assert.True(files.Count >= 8);

        using var client = host.CreateClient();
        foreach (var file in files)
        {
            var answer = await client.GetAsync(file);
            Assert.True(answer.IsSuccessStatusCode, $"{file} answers {answer.StatusCode}.");
            Assert.Matches(@"\.[a-z0-9]{10}\.(css|js|svg)$", file);
        }
    }

    [Fact]
    public async Task The_icons_that_pages_name_exist()
    {
        using var client = host.CreateClient();
        var sprite = await client.GetStringAsync("/img/icons.svg");
        foreach (var path in new[] { "/", "/plans", "/questions" })
        {
            var page = await new HtmlParser().ParseDocumentAsync(await (await GetAsync(path, "es")).Content.ReadAsStreamAsync());
            var names = page.QuerySelectorAll("use").Select(use => use.GetAttribute("href")!.Split('#')[1]).Distinct();
            Assert.DoesNotContain(names, name => !sprite.Contains($"id=\"{name}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page_that_says_what_to_do()
    {
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("language", "pt")]);

        var answer = await client.PostAsync("/language", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("load the page again", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plans?hours=-3")]
    [InlineData("/plans?hours=abc")]
    [InlineData("/plans?hours=99999999999999999999999999999")]
    [InlineData("/plans?hours=1e400")]
    public async Task An_absurd_need_is_told_beside_the_field(string address)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await (await GetAsync(address, "en")).Content.ReadAsStreamAsync());

        Assert.Equal("true", page.QuerySelector("#hours")!.GetAttribute("aria-invalid"));
        Assert.Contains("1,000", page.QuerySelector("#hours-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".answer"));
    }

    [Theory]
    [InlineData("/plans?interval=fortnight&currency=XXX")]
    [InlineData("/plans?interval=year&interval=month&currency=")]
    public async Task An_unknown_interval_or_currency_shows_the_usual_ones(string address)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await (await GetAsync(address, "en")).Content.ReadAsStreamAsync());

        Assert.Equal(4, page.QuerySelectorAll(".plan").Length);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string language)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await client.SendAsync(request);
    }
}
