using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Storefront.Store.Outbox;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Accounts;

/// <summary>Somebody with a browser without scripts, at a loopback address of its own: keeps cookies, fills forms in, follows no redirect by itself.</summary>
public sealed partial class Visitor : IDisposable
{
    private static int addresses;

    private readonly StorefrontHost host;
    private readonly HttpClient http;

    public Visitor(StorefrontHost host)
    {
        this.host = host;
        var number = Interlocked.Increment(ref addresses);
        var own = new IPAddress([127, 1, (byte)(number / 250), (byte)(1 + (number % 250))]);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = Cookies,
            ConnectCallback = async (context, token) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(own, 0));
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = host.Address,
        };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public const string Password = "correct horse battery";

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => http;

    public async Task<Answer> GetAsync(string path) => await ReadAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Opens a page and sends its form with these fields filled in.</summary>
    public async Task<Answer> FillAsync(string path, params (string Name, string Value)[] fields) =>
        await SendAsync(await GetAsync(path), "main form[method=post]", fields);

    /// <summary>Sends a form of a page that is open.</summary>
    public async Task<Answer> SendAsync(Answer page, string form, params (string Name, string Value)[] fields)
    {
        var found = page.Document.QuerySelectorAll(form).OfType<IHtmlFormElement>().First();
        var values = found.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>()
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Where(pair => fields.All(field => field.Name != pair.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var action = found.GetAttribute("action") is { Length: > 0 } given ? given : page.Path;
        using var content = new FormUrlEncodedContent(values);
        return await ReadAsync(await http.PostAsync(new Uri(action, UriKind.Relative), content));
    }

    public Task<Answer> RegisterAsync(string email, string? returnTo = null, string company = "Tienda Sur", string name = "Ana Rojas", string password = Password) => FillAsync(
        returnTo is null ? "/register" : $"/register?returnTo={Uri.EscapeDataString(returnTo)}",
        ("Input.Company", company), ("Input.Name", name), ("Input.Email", email), ("Input.Password", password));

    public Task<Answer> SignInAsync(string email, string password = Password, string? returnTo = null) => FillAsync(
        returnTo is null ? "/sign-in" : $"/sign-in?returnTo={Uri.EscapeDataString(returnTo)}", ("Input.Email", email), ("Input.Password", password));

    /// <summary>Registers and confirms: signed in afterwards.</summary>
    public async Task JoinAsync(string email, string company = "Tienda Sur")
    {
        await RegisterAsync(email, company: company);
        Assert.Equal(HttpStatusCode.Redirect, (await FillAsync(await LinkAsync(email))).Status);
    }

    public async Task<bool> IsSignedInAsync() => (await GetAsync("/account/tokens")).Status == HttpStatusCode.OK;

    /// <summary>The mails to an address, in no order: the test's clock stands still.</summary>
    public async Task<IReadOnlyList<MailRow>> MailsAsync(string email)
    {
        await using var db = host.Db();
        return await db.Set<MailRow>().AsNoTracking().Where(mail => mail.To == email).ToListAsync();
    }

    /// <summary>The link to a page that was sent to an address, relative.</summary>
    public async Task<string> LinkAsync(string email, string page = "confirm") => (await MailsAsync(email))
        .Select(mail => new Uri(Link().Match(mail.Body).Value).PathAndQuery)
        .First(link => link.StartsWith($"/{page}?", StringComparison.Ordinal));

    public void Dispose() => http.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return new Answer(
                response.StatusCode, response.Headers.Location, new HtmlParser().ParseDocument(text), response.RequestMessage!.RequestUri!.PathAndQuery, response.Headers);
        }
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}

/// <summary>What a page answered.</summary>
public sealed record Answer(HttpStatusCode Status, Uri? Location, IHtmlDocument Document, string Path, System.Net.Http.Headers.HttpResponseHeaders Headers)
{
    /// <summary>The faults that the form lists.</summary>
    public string Faults => string.Join(' ', Document.QuerySelectorAll(".error-summary, .notice-danger").Select(element => element.TextContent.Trim()));

    public string Text => Document.QuerySelector("main")?.TextContent ?? "";

    public string ValueOf(string field) => Document.QuerySelector<IHtmlInputElement>($"input[name='{field}']")!.Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Status} {Path} → {Location} {Faults}");
}
