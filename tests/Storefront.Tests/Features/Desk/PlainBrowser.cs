using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk;

/// <summary>A browser without scripts: it keeps cookies, reads pages and sends their forms.</summary>
public sealed class PlainBrowser : IDisposable
{
    private readonly HttpClient http;

    private PlainBrowser(StorefrontHost host)
    {
        http = host.CreateClient();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public HttpStatusCode Status { get; private set; }

    public string? Location { get; private set; }

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task<PlainBrowser> SignInAsync(StorefrontHost host, string email, string password)
    {
        var browser = new PlainBrowser(host);
        await browser.OpenAsync("/sign-in");
        await browser.SubmitAsync("main form", ("Input.Email", email), ("Input.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        return browser;
    }

    public async Task OpenAsync(string path) => await ReadAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Sends a form of the page with its hidden fields and the given ones.</summary>
    public Task SubmitAsync(string selector, params (string Name, string Value)[] fields) => SendAsync(FormOf(selector), fields);

    /// <summary>Sends a form whose answer is a file, and stays on the page.</summary>
    public async Task<byte[]> DownloadAsync(string selector)
    {
        var form = FormOf(selector);
        var hidden = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var response = await http.PostAsync(Address, new FormUrlEncodedContent(hidden));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Sends the same form twice, as two clicks on a slow line do.</summary>
    public async Task SubmitTwiceAsync(string selector, params (string Name, string Value)[] fields)
    {
        var form = FormOf(selector);
        await SendAsync(form, fields);
        await SendAsync(form, fields);
    }

    /// <summary>Holds a page's stream open, as its script does, until the token ends it.</summary>
    public async Task FollowStreamAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            using var request = StreamOf(address);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            await body.CopyToAsync(Stream.Null, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    /// <summary>What a stream answers that ends at once.</summary>
    public async Task<string> AskAsync(string address)
    {
        using var request = StreamOf(address);
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    public Task FollowAsync() => OpenAsync(Location!);

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage StreamOf(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }

    private IHtmlFormElement FormOf(string selector) =>
        Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"There is no {selector} on the page: {Text}");

    private async Task SendAsync(IHtmlFormElement form, (string Name, string Value)[] fields)
    {
        var all = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Where(input => fields.All(field => field.Name != input.Name))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var address = form.GetAttribute("action") is { Length: > 0 } action ? action : http.BaseAddress!.MakeRelativeUri(Address).ToString();
        await ReadAsync(await http.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), new FormUrlEncodedContent(all)));
    }

    private Uri Address { get; set; } = new("http://localhost");

    private async Task ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Address = response.RequestMessage!.RequestUri!;
            (Status, Location) = (response.StatusCode, response.Headers.Location?.OriginalString);
            Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        }
    }
}
