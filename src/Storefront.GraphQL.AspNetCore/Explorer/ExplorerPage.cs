using Microsoft.AspNetCore.Html;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>A page of the explorer without the frame around it.</summary>
/// <param name="Title">For the browser's tab, in the reader's language.</param>
/// <param name="Content">What belongs into <c>main</c>. It has the page's <c>h1</c>, no inline script and no inline style.</param>
/// <param name="Stylesheet">The address of its one style sheet.</param>
/// <param name="Script">The address of its one script, a module.</param>
public sealed record ExplorerPage(string Title, IHtmlContent Content, string Stylesheet, string Script);
