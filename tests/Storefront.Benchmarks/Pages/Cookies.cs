namespace Storefront.Benchmarks.Pages;

/// <summary>What an answer sets, as it is sent back: by hand, since one client is a thousand people.</summary>
internal static class Cookies
{
    public static string Of(HttpResponseMessage response) => response.Headers.TryGetValues("Set-Cookie", out var set)
        ? string.Join("; ", set.Select(cookie => cookie.Split(';')[0]))
        : "";
}
