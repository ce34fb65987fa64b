using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser.Support;

/// <summary>Waiting for a page to have been reached.</summary>
public static class Arrival
{
    private const int Patience = 60_000;

    /// <summary>
    /// Waits until the page stands at an address and is loaded. <c>WaitForURLAsync</c> is not used: it looks at the state first and listens after, so an event between the two
    /// is missed, and it then waits for a page that was there all the time. This one asks the browser again until it is so.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="address">A whole address in which <c>*</c> stands for anything but a slash, and <c>**</c> for anything.</param>
    public static Task ArriveAsync(this IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return page.ArriveAsync(new Regex($"^{pattern}$"));
    }

    /// <inheritdoc cref="ArriveAsync(IPage, string)"/>
    public static async Task ArriveAsync(this IPage page, Regex address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(address, new PageAssertionsToHaveURLOptions { Timeout = Patience });
        await page.LoadAsync();
    }

    /// <summary>Waits until the document that is shown is there as a whole, which a click does not: it is over as soon as the next one begins.</summary>
    public static Task LoadAsync(this IPage page) => page.UntilAsync("document.readyState === 'complete'");

    /// <summary>
    /// Waits until an expression is true of the document that is shown then. It is asked again from here: <c>WaitForFunctionAsync</c> asks from the page's own frames, and waits for
    /// ever where a page draws none.
    /// </summary>
    public static Task UntilAsync(this IPage page, string expression) => Eventually.IsTrueAsync(
        async () =>
        {
            try
            {
                return await page.EvaluateAsync<bool>(expression).WaitAsync(TimeSpan.FromMilliseconds(Patience));
            }
            catch (PlaywrightException)
            {
                // The document went away while it was asked.
                return false;
            }
        },
        Patience / 1000);
}
