using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Support;

/// <summary>Follows every link of the site from some first pages on; of pages that differ only in what they are about it visits two.</summary>
/// <param name="page">With the cookies of who walks.</param>
/// <param name="origin">Links to elsewhere are not followed.</param>
public sealed partial class SiteWalk(IPage page, Uri origin)
{
    private const int MostOfAKind = 2;

    private readonly Dictionary<string, int> kinds = [];
    private readonly Queue<string> ahead = new();

    /// <summary>The kinds of pages that were visited, such as <c>/tickets/*</c> and <c>/plans?interval&amp;currency</c>.</summary>
    public IReadOnlyCollection<string> Kinds => kinds.Keys;

    /// <summary>Shows each page, then does something with it.</summary>
    public async Task RunAsync(IEnumerable<string> first, Func<string, IResponse, Task> look)
    {
        foreach (var path in first)
        {
            Add(path);
        }

        while (ahead.TryDequeue(out var path))
        {
            var answer = await page.GotoAsync(path);
            await look(path, answer!);
            if (path.StartsWith("/sandbox/mail", StringComparison.Ordinal))
            {
                // Everybody's mail is there, with links that are for its receivers.
                continue;
            }

            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(link => link.href)"))
            {
                if (Uri.TryCreate(link, UriKind.Absolute, out var target) && target.Authority == origin.Authority && !Elsewhere().IsMatch(target.AbsolutePath))
                {
                    Add(target.PathAndQuery);
                }
            }
        }
    }

    private void Add(string path)
    {
        var kind = KindOf(path);
        var known = kinds.GetValueOrDefault(kind);
        if (known < MostOfAKind && !ahead.Contains(path))
        {
            kinds[kind] = known + 1;
            ahead.Enqueue(path);
        }
    }

    private static string KindOf(string path)
    {
        var parts = path.Split('?', 2);
        var query = parts.Length == 1 ? "" : "?" + string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]));
        return Identity().Replace(parts[0], "/*") + query;
    }

    /// <summary>What names one thing among many: numbers, references, ids, and the keys of what there is to read.</summary>
    [GeneratedRegex("/(?=[^/]*[0-9])[^/]+|(?<=^/help)/[^/]+")]
    private static partial Regex Identity();

    /// <summary>Files, and the API with its explorer, which has a test of its own.</summary>
    [GeneratedRegex(@"^/attachments/|^/graphql|\.[a-z]+$")]
    private static partial Regex Elsewhere();
}
