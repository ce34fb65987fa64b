namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>The documentation with its search and way back; what the script exchanges when a link in it is followed.</summary>
internal static class DocumentationPanel
{
    public static Html Write(ExplorerAddresses addresses, string title, string question, Html documentation) => $"""
        <div data-explorer-documentation data-title="{title}">
        <form class="explorer-search" role="search" action="{addresses.Search}" method="get" data-explorer-search>
        <label class="explorer-hidden" for="explorer-search">{ExplorerTexts.Get("Search.Label")}</label>
        <input id="explorer-search" type="search" name="q" value="{question}" maxlength="100" placeholder="{ExplorerTexts.Get("Search.Label")}" autocomplete="off" spellcheck="false">
        <button type="submit" class="explorer-button">{ExplorerTexts.Get("Search")}</button>
        </form>
        <nav class="explorer-crumbs" aria-label="{ExplorerTexts.Get("Documentation")}">
        <a href="{addresses.Endpoint}?docs">{ExplorerTexts.Get("Overview")}</a>
        <a href="{addresses.AllTypes}">{ExplorerTexts.Get("Types")}</a>
        </nav>
        <div data-explorer-article>
        {documentation}
        </div>
        </div>

        """;
}
