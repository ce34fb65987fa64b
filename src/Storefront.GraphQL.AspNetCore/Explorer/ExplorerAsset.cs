using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>A file of the explorer, held ready as it is and compressed. Its address carries its version, so that browsers keep it for good.</summary>
internal sealed class ExplorerAsset
{
    private readonly byte[] plain;
    private readonly byte[] compressed;
    private readonly string contentType;

    public ExplorerAsset(string name, string contentType, byte[] content)
    {
        Name = name;
        this.contentType = contentType;
        plain = content;
        Version = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        compressed = buffer.ToArray();
    }

    public string Name { get; }

    public string Version { get; }

    /// <summary>The modules joined into one script, in an order in which each finds what it needs before it.</summary>
    /// <param name="modules">Files of <c>Assets</c>, each as its folder and name with a dot in between.</param>
    public static ExplorerAsset Script(params ReadOnlySpan<string> modules)
    {
        var script = new StringBuilder();
        foreach (var module in modules)
        {
            foreach (var line in Read($"{module}.js").Split('\n'))
            {
                // All are in one file: what a module would import is there.
                if (!line.StartsWith("import ", StringComparison.Ordinal))
                {
                    script.Append(line).Append('\n');
                }
            }
        }

        return new ExplorerAsset("explorer.js", "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(script.ToString()));
    }

    /// <summary>The sheets joined into one; of two rules that are equal otherwise the later holds.</summary>
    public static ExplorerAsset Stylesheet(params ReadOnlySpan<string> sheets)
    {
        var style = new StringBuilder();
        foreach (var sheet in sheets)
        {
            style.Append(Read($"styles.{sheet}.css"));
        }

        return new ExplorerAsset("explorer.css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(style.ToString()));
    }

    public Task WriteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isVersioned = context.Request.Query["v"] == Version;
        headers.CacheControl = isVersioned ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ETag = $"\"{Version}\"";
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        if (context.Request.Headers.IfNoneMatch == $"\"{Version}\"")
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = plain;
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentEncoding = "gzip";
            body = compressed;
        }

        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static string Read(string name)
    {
        var type = typeof(ExplorerAsset);
        using var stream = type.Assembly.GetManifestResourceStream($"{type.Namespace}.Assets.{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
