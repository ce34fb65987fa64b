using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>Everything about one directive.</summary>
internal static class DirectivePage
{
    public static Html Write(DocumentationContext context, DirectiveType directive)
    {
        Html arguments = directive.Arguments.Count == 0
            ? Html.Empty
            : $"""<h3>{ExplorerTexts.Get("Arguments")}</h3>{new MemberParts(context).Inputs($"@{directive.Name}", directive.Arguments)}""";
        return $"""
            <h2 tabindex="-1"><code>@{directive.Name}</code> <span class="explorer-kind">{ExplorerTexts.Get("Kind.Directive")}</span></h2>
            <div class="explorer-text">{context.Description.Whole(directive.Description)}</div>
            <p>{ExplorerTexts.Get(directive.IsRepeatable ? "Repeatable" : "NotRepeatable")}</p>
            {arguments}
            <h3>{ExplorerTexts.Get("Locations")}</h3>
            <ul class="explorer-links">{directive.Locations.Select(location => (Html)$"<li><code>{location}</code></li>")}</ul>

            """;
    }
}
