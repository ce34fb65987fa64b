using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>
/// Keeps other sites from using a visitor's sign-in cookie. A request that carries its own token is nobody else's to send;
/// JSON by POST is preflighted by browsers; what remains are GET and WebSocket, which any page can open.
/// </summary>
internal static class CrossSiteRequests
{
    /// <summary>
    /// Whether the request carries no cookie, or its fetch metadata say that this site's own page or the reader made it. One that does not
    /// say is refused: a browser too old to tell would send the cookie for any page that names this address.
    /// </summary>
    public static bool IsAllowed(HttpContext context)
    {
        var headers = context.Request.Headers;
        return headers.Cookie.Count == 0 || headers.Authorization.Count > 0 || headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none";
    }

    /// <summary>Whether the <c>Origin</c> header is absent or this server's own.</summary>
    public static bool IsSameOrigin(HttpContext context)
    {
        var origin = context.Request.Headers[HeaderNames.Origin].ToString();
        return origin.Length == 0
            || origin.Equals($"{context.Request.Scheme}://{context.Request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
