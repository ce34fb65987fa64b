using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Storefront.Stripe.Sandbox.Pages;

/// <summary>The frame around every hosted page: head, ribbon, security headers. No script and no inline style.</summary>
internal static class HostedPage
{
    private static readonly byte[] s_styles = ReadStyles();

    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <summary>
    /// Writes a page. <c>toRoot</c> is the relative way from the page's address to the mount point, such as <c>../</c>;
    /// <c>leavesTo</c> an address that a form may lead to by redirection, beside this one.
    /// </summary>
    public static Task WriteAsync(
        HttpContext context, PageTexts texts, string toRoot, string title, string body, int status = 200, string? leavesTo = null)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'{OriginOf(leavesTo)}";
        return response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{texts.Culture.Name}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <meta name="robots" content="noindex">
              <title>{Encode(title)}</title>
              <link rel="stylesheet" href="{toRoot}assets/pages.css">
            </head>
            <body>
              <p class="ribbon" role="note">{Encode(texts["Ribbon"])}</p>
              {body}
            </body>
            </html>

            """,
            context.RequestAborted);
    }

    /// <summary>A page that only says something, with a link on.</summary>
    public static Task WriteNoticeAsync(
        HttpContext context, PageTexts texts, string toRoot, string key, int status, string? link = null, string linkKey = "BackToShop") => WriteAsync(
        context, texts, toRoot, texts[key + "Title"],
        $"""
        <main class="notice">
          <h1>{Encode(texts[key + "Title"])}</h1>
          <p>{Encode(texts[key + "Text"])}</p>
          {(link is null ? "" : $"""<p><a class="button" href="{Encode(link)}">{Encode(texts[linkKey])}</a></p>""")}
        </main>
        """,
        status);

    public static Task WriteStylesAsync(HttpContext context)
    {
        context.Response.ContentType = "text/css; charset=utf-8";
        context.Response.Headers.CacheControl = "max-age=300";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.Body.WriteAsync(s_styles, context.RequestAborted).AsTask();
    }

    public static void Redirect(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
        context.Response.Headers.CacheControl = "no-store";
    }

    private static string OriginOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? " " + uri.GetLeftPart(UriPartial.Authority)
            : "";

    private static byte[] ReadStyles()
    {
        using var stream = typeof(HostedPage).Assembly.GetManifestResourceStream("Storefront.Stripe.Sandbox.Pages.pages.css")
            ?? throw new InvalidOperationException("The style sheet is not in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
