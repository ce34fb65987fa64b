using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Storefront.Benchmarks.Pages;

/// <summary>The desk's page of a ticket, whose form is filled in and sent.</summary>
internal sealed partial class StaffDesk(HttpClient client, Uri server, string cookie)
{
    /// <summary>Opens the page, and gives what sends its reply: a click.</summary>
    public async Task<Func<Task>> PrepareReplyAsync(int ticket, string text)
    {
        var address = new Uri(server, string.Create(CultureInfo.InvariantCulture, $"/desk/tickets/{ticket}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", cookie } } };
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var page = await response.Content.ReadAsStringAsync();
        var antiforgery = Cookies.Of(response);
        var form = new Dictionary<string, string>
        {
            ["Reply.Key"] = WebUtility.HtmlDecode(ReplyKey().Match(page).Groups[1].Value),
            ["Reply.Body"] = text,
            ["__RequestVerificationToken"] = RequestToken().Match(page).Groups[1].Value,
        };
        return async () =>
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "?handler=Reply"))
            {
                Headers = { { "Cookie", antiforgery.Length == 0 ? cookie : $"{cookie}; {antiforgery}" } },
                Content = new FormUrlEncodedContent(form),
            };
            using var answer = await client.SendAsync(post);
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException($"The desk answered {answer.StatusCode} to a reply.");
            }
        };
    }

    [GeneratedRegex("""name="Reply.Key"[^>]* value="([^"]+)""")]
    private static partial Regex ReplyKey();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="([^"]+)""")]
    private static partial Regex RequestToken();
}
