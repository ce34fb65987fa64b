using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>All types by kind, and the directives.</summary>
internal static class TypesPage
{
    public static Html Write(DocumentationContext context) => $"""
        <h2 tabindex="-1">{ExplorerTexts.Get("Types")}</h2>
        {Shown(context.Schema).GroupBy(type => type.Kind).OrderBy(group => group.Key == TypeKind.Scalar ? TypeKind.NonNull : group.Key).Select(group => Group(context, group))}
        <h3>{ExplorerTexts.Get("Directives")}</h3>
        <ul class="explorer-index">{context.Schema.Directives.Select(directive => (Html)$"""<li><a href="{context.Addresses.Of(directive)}"><code>@{directive.Name}</code></a> <span class="explorer-brief">{context.Description.Brief(directive.Description)}</span></li>""")}</ul>

        """;

    /// <summary>The types without those of introspection, which every schema has.</summary>
    public static IEnumerable<NamedType> Shown(Schema schema) => schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal));

    private static Html Group(DocumentationContext context, IGrouping<TypeKind, NamedType> types) => $"""
        <h3>{ExplorerTexts.Get($"Kinds.{types.Key}")}</h3>
        <ul class="explorer-index">{types.OrderBy(type => type.Name, StringComparer.Ordinal).Select(type =>
            (Html)$"""<li>{context.Link(type)} <span class="explorer-brief">{context.Description.Brief(type.Description)}</span></li>""")}</ul>

        """;
}
