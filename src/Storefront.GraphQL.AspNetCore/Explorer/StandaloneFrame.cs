using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>The frame for hosts that have none: a document of its own under a policy that lets nothing in from elsewhere.</summary>
internal static class StandaloneFrame
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task WriteAsync(HttpContext context, ExplorerPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy;
        }

        headers.XContentTypeOptions = "nosniff";

        // It may carry who is signed in.
        headers.CacheControl = "private, no-cache";
        Html document = $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{page.Title}</title>
            <link rel="stylesheet" href="{page.Stylesheet}">
            <script type="module" src="{page.Script}"></script>
            </head>
            <body class="explorer-alone"><main>{page.Content}</main></body>
            </html>

            """;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(document.ToString(), context.RequestAborted);
    }
}
