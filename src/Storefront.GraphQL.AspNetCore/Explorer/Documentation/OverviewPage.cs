using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>Where the documentation begins: examples, then what can be asked, changed and listened to.</summary>
internal static class OverviewPage
{
    public static Html Write(DocumentationContext context, IReadOnlyList<ExplorerExample> examples)
    {
        Html description = context.Schema.Description is null ? Html.Empty : context.Description.Whole(context.Schema.Description);
        return $"""
            <h2 tabindex="-1">{ExplorerTexts.Get("Documentation")}</h2>
            <div class="explorer-text">{description}</div>
            {Examples(context, examples)}
            {Enum.GetValues<OperationType>().Select(operation => Root(context, operation))}
            <h3>{ExplorerTexts.Get("More")}</h3>
            <ul class="explorer-links">
            <li><a href="{context.Addresses.AllTypes}">{ExplorerTexts.Format("AllTypes", TypesPage.Shown(context.Schema).Count())}</a></li>
            <li><a href="{context.Addresses.Definition}" download>{ExplorerTexts.Get("Definition")}</a></li>
            </ul>

            """;
    }

    private static Html Examples(DocumentationContext context, IReadOnlyList<ExplorerExample> examples) => examples.Count == 0
        ? Html.Empty
        : $"""
            <h3>{ExplorerTexts.Get("Examples")}</h3>
            <ul class="explorer-links">{examples.Select(example =>
                (Html)$"""<li><a data-explorer-try href="{context.Addresses.Try(example.Document, example.Variables)}">{example.Title}</a></li>""")}</ul>

            """;

    private static Html Root(DocumentationContext context, OperationType operation)
    {
        if (context.Schema.GetRootType(operation) is not { } root)
        {
            return Html.Empty;
        }

        return $"""
            <h3 id="{root.Name}"><a href="{context.Addresses.Of(root)}">{ExplorerTexts.Get($"Root.{operation}")}</a></h3>
            <ul class="explorer-index">{root.Fields.Select(field => Field(context, root, field))}</ul>

            """;
    }

    private static Html Field(DocumentationContext context, ObjectType root, OutputField field)
    {
        Html deprecated = field.DeprecationReason is null ? Html.Empty : $""" <span class="explorer-badge explorer-badge-warning">{ExplorerTexts.Get("Deprecated")}</span>""";
        return $"""<li><a href="{context.Addresses.Of(root, field.Name)}"><code>{field.Name}</code></a>{deprecated} <span class="explorer-brief">{context.Description.Brief(field.Description)}</span></li>""";
    }
}
