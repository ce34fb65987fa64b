using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Storefront.Features.Accounts;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Tickets;

/// <summary>A member of a new account with a browser without scripts, signed in.</summary>
public sealed class TicketVisitor : IDisposable
{
    private TicketVisitor(Buyer person, HttpClient http)
    {
        Person = person;
        Http = http;
    }

    public Buyer Person { get; }

    public HttpClient Http { get; }

    public static async Task<TicketVisitor> SignInAsync(StorefrontHost host, MemberRole role = MemberRole.Owner)
    {
        var person = await Buyer.OpenAsync(host, role);
        var http = host.CreateClient();
        http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        var visitor = new TicketVisitor(person, http);
        var form = FormOf(await visitor.ReadAsync("/sign-in"), "/sign-in");
        using var answer = await http.PostAsync("/sign-in", Content([.. Hidden(form), ("Input.Email", person.Email), ("Input.Password", Buyer.Password)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ParseAsync(answer);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Posts the form of a page that has a textarea, as it stands with these fields over it.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string path, IHtmlDocument page, IEnumerable<(string Name, string Value)> fields, params (string Name, byte[] Bytes)[] files)
    {
        var form = page.QuerySelector("form:has(textarea)")!;
        var set = fields.ToList();
        var content = Content([.. Hidden(form).Where(hidden => set.All(field => field.Name != hidden.Name)), .. set]);
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "Input.Files", name);
        }

        // As a browser asks for a page.
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        return await Http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> UploadAsync(string name, byte[] bytes, string? antiforgery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments")
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } },
        };
        if (antiforgery is not null)
        {
            request.Headers.Add("RequestVerificationToken", antiforgery);
        }

        return await Http.SendAsync(request);
    }

    public async Task<string> AntiforgeryTokenAsync() =>
        ((IHtmlInputElement)(await ReadAsync("/tickets/new")).QuerySelector("form:has(textarea) input[name=__RequestVerificationToken]")!).Value;

    public static (string Name, string Value)[] Fields(string urgency = "High", string impact = "High", string subject = "Checkout fails", string step = "send") =>
    [
        ("Input.Kind", "support"), ("Input.Subject", subject), ("Input.Body", "Nobody **can** pay."), ("Input.Urgency", urgency), ("Input.Impact", impact), ("step", step),
    ];

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public void Dispose() => Http.Dispose();

    private static AngleSharp.Dom.IElement FormOf(IHtmlDocument page, string path) =>
        page.QuerySelectorAll("form[method=post]").First(form => form.QuerySelector("[type=password]") is not null || form.GetAttribute("action") == path);

    private static IEnumerable<(string Name, string Value)> Hidden(AngleSharp.Dom.IElement form) =>
        form.QuerySelectorAll("input[type=hidden], input[type=checkbox][checked]").Cast<IHtmlInputElement>().Select(input => (input.Name!, input.Value));

    private static MultipartFormDataContent Content(IEnumerable<(string Name, string Value)> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }
}
