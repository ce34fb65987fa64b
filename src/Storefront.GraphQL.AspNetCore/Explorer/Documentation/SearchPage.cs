namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>What a search found.</summary>
internal static class SearchPage
{
    private const int MostShown = 60;

    public static Html Write(DocumentationContext context, string question)
    {
        var hits = new SchemaSearch(context.Schema).Find(question, context.Addresses);
        if (question.Length == 0)
        {
            return $"""<h2 tabindex="-1">{ExplorerTexts.Get("Search")}</h2><p>{ExplorerTexts.Get("Search.Hint")}</p>""";
        }

        Html more = hits.Count > MostShown ? $"<p>{ExplorerTexts.Format("Search.More", MostShown)}</p>" : Html.Empty;
        Html none = hits.Count == 0 ? $"""<p>{ExplorerTexts.Get("Search.None")} <a href="{context.Addresses.AllTypes}">{ExplorerTexts.Get("Types")}</a></p>""" : Html.Empty;
        return $"""
            <h2 tabindex="-1">{ExplorerTexts.Format("Search.Found", hits.Count, question)}</h2>
            {none}
            <ul class="explorer-index">{hits.Take(MostShown).Select(hit => Hit(context, hit))}</ul>
            {more}

            """;
    }

    private static Html Hit(DocumentationContext context, SearchHit hit)
    {
        var kind = hit.Owner is null ? ExplorerTexts.Get("Kind.Directive") : hit.Name == hit.Owner.Name ? DocumentationContext.KindOf(hit.Owner) : null;
        Html label = kind is null ? Html.Empty : $""" <span class="explorer-kind">{kind}</span>""";
        Html deprecated = hit.IsDeprecated ? $""" <span class="explorer-badge explorer-badge-warning">{ExplorerTexts.Get("Deprecated")}</span>""" : Html.Empty;
        return $"""<li><a href="{hit.Address}"><code>{hit.Name}</code></a>{label}{deprecated} <span class="explorer-brief">{context.Description.Brief(hit.Description)}</span></li>""";
    }
}
