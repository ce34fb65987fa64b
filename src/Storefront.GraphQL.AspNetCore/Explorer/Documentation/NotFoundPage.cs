namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>For an address that names nothing in the schema: what resembles it.</summary>
internal static class NotFoundPage
{
    public static Html Write(DocumentationContext context, string name)
    {
        var question = name.Length <= SchemaSearch.LongestQuestion ? name : name[..SchemaSearch.LongestQuestion];
        return $"""
            <h2 tabindex="-1">{ExplorerTexts.Get("NotFound")}</h2>
            <p>{ExplorerTexts.Get("NotFound.Text")} <a href="{context.Addresses.AllTypes}">{ExplorerTexts.Get("Types")}</a></p>
            {SearchPage.Write(context, question)}

            """;
    }
}
