using System.Diagnostics;
using System.Globalization;
using Storefront.Benchmarks.Http;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Pages;

/// <summary>From staff's click to the customer's changed page, with many customers looking at theirs.</summary>
internal static class PageBenchmark
{
    private const int OpenedAtOnce = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<PageFigures> MeasureAsync(BenchmarkOptions options)
    {
        var count = options.Subscribers / 10;
        await using var server = await ServerProcess.StartAsync();
        var root = new Uri($"http://{server.EndPoint}");
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { Timeout = Patience };
        var tickets = (await server.AskAsync(RawRequest.Get(PageRoutes.CustomersPath(count)))).Split(',')
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var pages = new OpenPage[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce }, async (index, _) =>
        {
            var cookie = await SignInAsync(client, root, PageRoutes.CustomerEmail(index + 1));
            pages[index] = new OpenPage(client, new Uri(root, string.Create(CultureInfo.InvariantCulture, $"/tickets/{tickets[index]}")), cookie);
            await pages[index].OpenAsync();
        });
        var desk = new StaffDesk(client, root, await SignInAsync(client, root, PageRoutes.StaffEmail));
        var (answered, shown) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var change = -count / 20; change < count; change++)
        {
            var (one, two) = await ChangeAsync(desk, pages, tickets, change, (change + count) % count);
            if (change >= 0)
            {
                answered.Add(one);
                shown.Add(two);
            }
        }

        foreach (var page in pages)
        {
            await page.CloseAsync();
            page.Dispose();
        }

        return new PageFigures(count, count, At(answered, 0.5), At(shown, 0.5), At(shown, 0.99), shown.Max());
    }

    private static async Task<(TimeSpan Answered, TimeSpan Shown)> ChangeAsync(StaffDesk desk, OpenPage[] pages, int[] tickets, int change, int index)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Novedad número {change + pages.Length} para su tienda.");
        var click = await desk.PrepareReplyAsync(tickets[index], text);
        var showing = pages[index].ShowsAsync(text, Patience);
        var started = Stopwatch.GetTimestamp();
        await click();
        var answered = Stopwatch.GetElapsedTime(started);
        return (answered, Stopwatch.GetElapsedTime(started, await showing));
    }

    private static async Task<string> SignInAsync(HttpClient client, Uri root, string email)
    {
        using var response = await client.GetAsync(new Uri(root, PageRoutes.SessionPath(email)));
        response.EnsureSuccessStatusCode();
        return Cookies.Of(response);
    }

    private static TimeSpan At(IEnumerable<TimeSpan> times, double share)
    {
        var ordered = times.Order().ToArray();
        return ordered[Math.Min(ordered.Length - 1, (int)(ordered.Length * share))];
    }
}
