using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Storefront.Benchmarks.Pages;

/// <summary>A customer's page of a ticket as a browser holds it: it follows its stream, and fetches itself again at whatever comes.</summary>
internal sealed partial class OpenPage(HttpClient client, Uri address, string cookie) : IDisposable
{
    private readonly CancellationTokenSource closed = new();
    private Task following = Task.CompletedTask;
    private Waiting? waiting;

    /// <summary>Shows the page and follows from what it shows.</summary>
    public async Task OpenAsync()
    {
        var page = await FetchAsync();
        var state = LiveState().Match(page);
        var url = WebUtility.HtmlDecode(state.Groups["url"].Value);
        var after = state.Groups["after"].Value;
        var stream = WithAfter(new Uri(address, url), after);
        using var request = Request(stream, "text/event-stream");
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, closed.Token);
        response.EnsureSuccessStatusCode();
        following = FollowAsync(response);
    }

    /// <summary>Waits until the page shows a text.</summary>
    /// <returns>When it did.</returns>
    public async Task<long> ShowsAsync(string text, TimeSpan patience)
    {
        var next = new Waiting(text);
        waiting = next;
        return await next.Shown.Task.WaitAsync(patience);
    }

    public async Task CloseAsync()
    {
        await closed.CancelAsync();
        await following;
    }

    public void Dispose() => closed.Dispose();

    private static Uri WithAfter(Uri url, string after)
    {
        var query = System.Web.HttpUtility.ParseQueryString(url.Query);
        var variables = JsonSerializer.Deserialize<Dictionary<string, object>>(query["variables"] ?? "{}")!;
        variables["after"] = long.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
        query["variables"] = JsonSerializer.Serialize(variables);
        return new UriBuilder(url) { Query = query.ToString() }.Uri;
    }

    private async Task FollowAsync(HttpResponseMessage response)
    {
        try
        {
            using (response)
            using (var reader = new StreamReader(await response.Content.ReadAsStreamAsync(closed.Token)))
            {
                while (await reader.ReadLineAsync(closed.Token) is { } line)
                {
                    if (line == "event: next")
                    {
                        var page = await FetchAsync();
                        if (waiting is { } now && page.Contains(now.Text, StringComparison.Ordinal))
                        {
                            now.Shown.TrySetResult(Stopwatch.GetTimestamp());
                        }
                    }
                }
            }
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // Closed by the benchmark.
        }
    }

    private async Task<string> FetchAsync()
    {
        using var request = Request(address, "text/html");
        using var response = await client.SendAsync(request, closed.Token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(closed.Token);
    }

    // A browser says that the page itself asks; without that a stream by cookie is refused.
    private HttpRequestMessage Request(Uri url, string accept) => new(HttpMethod.Get, url) { Headers = { { "Cookie", cookie }, { "Accept", accept }, { "Sec-Fetch-Site", "same-origin" } } };

    [GeneratedRegex("""data-live-stream="(?<url>[^"]+)" data-live-after="(?<after>\d+)""")]
    private static partial Regex LiveState();

    private sealed record Waiting(string Text)
    {
        public TaskCompletionSource<long> Shown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
