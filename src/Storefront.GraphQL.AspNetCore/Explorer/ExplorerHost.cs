using Microsoft.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>
/// What a host adds to the explorer: its own frame, examples, tokens to try. Derive from it and add it with <c>AddExplorerHost</c>; the defaults
/// make a page that stands alone.
/// </summary>
public class ExplorerHost
{
    /// <summary>Operations to begin with, the most useful first.</summary>
    public virtual IReadOnlyList<ExplorerExample> GetExamples(HttpContext context) => [];

    /// <summary>Tokens that everybody may try; none outside a sandbox.</summary>
    public virtual IReadOnlyList<ExplorerToken> GetTokens(HttpContext context) => [];

    /// <summary>In whose name requests are made; null where the host does not say.</summary>
    public virtual ExplorerCaller? GetCaller(HttpContext context) => null;

    /// <summary>
    /// Writes the response's body with the page in it. The status is set already. Response headers must allow scripts, styles and connections
    /// of this site; nothing else is needed.
    /// </summary>
    public virtual Task WriteAsync(HttpContext context, ExplorerPage page) => StandaloneFrame.WriteAsync(context, page);
}
