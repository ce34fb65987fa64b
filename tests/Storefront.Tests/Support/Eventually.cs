using System.Diagnostics;

namespace Storefront.Tests.Support;

/// <summary>Waits for what happens in the background, by asking again rather than by sleeping long.</summary>
public static class Eventually
{
    public static async Task IsTrueAsync(Func<Task<bool>> condition, int seconds = 60)
    {
        var since = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(seconds), $"It did not come true within {seconds} s.");
            await Task.Delay(20);
        }
    }
}
