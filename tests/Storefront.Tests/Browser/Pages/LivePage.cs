using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using System.Web;
using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Pages;

/// <summary>A ticket's page as the server would write it, with the real script, and the stream that it follows. Both are played here.</summary>
public sealed class LivePage(IPage page)
{
    private readonly Channel<string> answers = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<TaskCompletionSource<long>> connections = new([new(), new(), new()]);
    private readonly List<Task<long>> asked = [];
    private string status = "OPEN";
    private int refusals;

    /// <summary>How often the page itself was asked for.</summary>
    public int PagesServed { get; private set; }

    public async Task<LivePage> PlayAsync()
    {
        asked.AddRange(connections.Select(connection => connection.Task));
        await page.RouteAsync("**/played-ticket", ServePageAsync);
        await page.RouteAsync("**/graphql?**", ServeStreamAsync);
        return this;
    }

    public Task OpenAsync() => page.GotoAsync("/played-ticket");

    public Task TypeAsync(string text) => page.Locator("#reply").FillAsync(text);

    public Task<string> TypedAsync() => page.Locator("#reply").InputValueAsync();

    public Task OpenDetailsAsync() => page.Locator("summary").ClickAsync();

    public async Task<bool> AreDetailsOpenAsync() => await page.Locator("details").GetAttributeAsync("open") is not null;

    public Task<string> StatusAsync() => page.Locator("#status").InnerTextAsync();

    public Task<string> LabelAsync() => page.Locator("[data-live-label]").InnerTextAsync();

    public Task WaitForStatusAsync(string expected) => page.Locator("#status", new PageLocatorOptions { HasText = expected }).WaitForAsync();

    /// <summary>Changes the ticket and tells the open connection, which then ends.</summary>
    public async Task SendAsync(int sequence, string newStatus, string kind = "STATUS_CHANGED")
    {
        status = newStatus;
        var payload = JsonSerializer.Serialize(new { data = new { ticketEvents = new { sequence, kind } } });
        await answers.Writer.WriteAsync($"event: next\ndata: {payload}\n\n");
    }

    /// <summary>Does not serve the page when it is fetched the next two times: first the line is cut, then the server is not ready.</summary>
    public void CutFetches() => refusals = 2;

    /// <summary>Refuses the open connection, and waits until the page has noticed.</summary>
    public async Task RefuseAsync()
    {
        await answers.Writer.WriteAsync("");
        await page.Locator("[data-live-stream][data-state='stale']").WaitForAsync();
    }

    /// <summary>The sequence after which the n-th connection asked for events; waits until it is made.</summary>
    public Task<long> AskedAfterAsync(int connection) => asked[connection - 1].WaitAsync(TimeSpan.FromSeconds(60));

    private Task ServePageAsync(IRoute route)
    {
        PagesServed++;
        if (refusals > 0)
        {
            return --refusals > 0 ? route.AbortAsync() : route.FulfillAsync(new RouteFulfillOptions { Status = 503 });
        }

        return route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8",
            Body = $$"""
                <!DOCTYPE html>
                <html lang="en">
                <body>
                  <p data-live-stream="/graphql?query=subscription&amp;variables=%7B%22id%22%3A%22a%22%7D" data-live-after="7"
                     data-live-text="Live" data-live-stale-text="As of {time}" data-state="stale"><span data-live-label></span></p>
                  <section data-live-region="ticket">
                    <p id="status">{{status}}</p>
                    <details id="history"><summary>History</summary>{{status}}</details>
                    <form><textarea id="reply" name="reply"></textarea><button>Send</button></form>
                  </section>
                  <section data-live-region="other"><p>same</p></section>
                  <script type="module" src="/js/live.js"></script>
                  <button id="elsewhere">Elsewhere</button>
                </body>
                </html>
                """,
        });
    }

    private async Task ServeStreamAsync(IRoute route)
    {
        var variables = HttpUtility.ParseQueryString(new Uri(route.Request.Url).Query)["variables"]!;
        if (connections.TryDequeue(out var connection))
        {
            connection.SetResult(JsonDocument.Parse(variables).RootElement.GetProperty("after").GetInt64());
        }

        var answer = await answers.Reader.ReadAsync();
        await route.FulfillAsync(answer.Length == 0
            ? new RouteFulfillOptions { Status = 503 }
            : new RouteFulfillOptions { ContentType = "text/event-stream", Body = answer });
    }
}
