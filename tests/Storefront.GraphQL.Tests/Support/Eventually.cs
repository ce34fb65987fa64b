using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Storefront.GraphQL.Tests.Support;

/// <summary>Waits for what another thread brings about.</summary>
public static class Eventually
{
    public static Task TrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null) =>
        TrueAsync(() => Task.FromResult(condition()), text);

    public static async Task TrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string? text = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), $"Did not come true: {text}");
            await Task.Delay(5);
        }
    }
}
