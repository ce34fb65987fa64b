using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Storefront.Tests.Stripe.Sandbox;

/// <summary>A browser without JavaScript, for the hosted pages: reads a page and sends its forms.</summary>
public sealed class HostedPageBrowser(SandboxServer server)
{
    public IHtmlDocument? Document { get; private set; }

    public HttpStatusCode Status { get; private set; }

    public string? Location { get; private set; }

    public string? ContentSecurityPolicy { get; private set; }

    private Uri? _address;

    public string Text => Document!.Body!.TextContent;

    public string? Alert => Document!.QuerySelector("[role=alert]")?.TextContent;

    public async Task OpenAsync(string address, string language = "en")
    {
        _address = new Uri(server.Address, address);
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await server.Http.SendAsync(request);
        await ReadAsync(response);
    }

    public Task PayAsync(string number, string email = "ana@example.com", string expiry = "12 / 34", string cvc = "123", string name = "Ana Rojas") =>
        SubmitAsync("form.card-form", ("email", email), ("card_number", number), ("expiry", expiry), ("cvc", cvc), ("name", name));

    /// <summary>Sends a form of the page with its hidden fields and the given ones.</summary>
    public async Task SubmitAsync(string selector, params (string Name, string Value)[] fields)
    {
        using var response = await SendAsync(FormAction(selector), Fields(selector, fields));
        await ReadAsync(response);
    }

    /// <summary>Sends the same form twice at the same moment.</summary>
    public async Task<IReadOnlyList<HttpStatusCode>> PayTwiceAsync(string number)
    {
        var fields = Fields("form.card-form",
            [("email", "ana@example.com"), ("card_number", number), ("expiry", "12/34"), ("cvc", "123"), ("name", "Ana")]);
        var responses = await Task.WhenAll(SendAsync(FormAction("form.card-form"), fields), SendAsync(FormAction("form.card-form"), fields));
        return [.. responses.Select(response => response.StatusCode)];
    }

    /// <summary>Follows the redirection of the last answer, within the server.</summary>
    public Task FollowAsync() => OpenAsync(new Uri(_address!, Location!).ToString());

    private Uri FormAction(string selector) => new(_address!, Document!.QuerySelector(selector)!.GetAttribute("action")!);

    private List<KeyValuePair<string, string>> Fields(string selector, (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)Document!.QuerySelector(selector)!;
        var all = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        return [.. all];
    }

    private Task<HttpResponseMessage> SendAsync(Uri action, List<KeyValuePair<string, string>> fields) =>
        server.Http.PostAsync(_address = action, new FormUrlEncodedContent(fields));

    private async Task ReadAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Location = response.Headers.Location?.OriginalString;
        ContentSecurityPolicy = response.Headers.TryGetValues("Content-Security-Policy", out var values) ? string.Join(' ', values) : null;
        Document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
