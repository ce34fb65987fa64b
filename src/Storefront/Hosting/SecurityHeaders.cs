using Microsoft.Extensions.Options;

namespace Storefront.Hosting;

/// <summary>What every answer says to the browser: nothing from elsewhere, nothing inline, no framing, no guessing of types.</summary>
public sealed class SecurityHeaders(RequestDelegate next, IOptions<SecurityHeadersOptions> options)
{
    private readonly string contentSecurityPolicy = string.Join(
        "; ",
        "default-src 'self'",
        "base-uri 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "img-src 'self' data:",
        string.Join(' ', ["form-action 'self'", .. options.Value.FormActions]));

    public Task InvokeAsync(HttpContext context)
    {
        // A browser gives a WebSocket's headers to nobody, and they would stay as long as the socket.
        if (string.Equals(context.Request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase)
            && context.Request.Path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = contentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}
