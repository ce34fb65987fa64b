using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Support;

/// <summary>What axe finds wrong with a page for people who use it otherwise than with eyes and a mouse.</summary>
public static class Accessibility
{
    // Axe waits by timers, which never fire where scripts are switched off.
    private const string Timers = """
        () => matchMedia("(scripting: enabled)").matches || void (window.setTimeout = (action, _, ...given) => (Promise.resolve().then(() => action(...given)), 0))
        """;

    public static async Task AssertAsync(IPage page)
    {
        await page.LoadAsync();
        await page.EvaluateAsync(Timers);
        var result = await page.RunAxe();
        var faults = result.Violations.SelectMany(fault => fault.Nodes.Select(node =>
            $"{fault.Id}: {node.Html}\n    {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"));
        Assert.True(result.Violations.Length == 0, string.Join('\n', faults));
    }
}
