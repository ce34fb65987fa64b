using System.Globalization;
using Storefront.Features.Shared.Formatting;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.Features.Help;

/// <summary>The help centre.</summary>
[QueryType]
public static class HelpQueries
{
    private const int Most = 50;

    /// <summary>Pages of the help centre in the reader's language: all of them, or those that fit what is looked for, the best first.</summary>
    /// <param name="library">The help centre.</param>
    /// <param name="search">Finds pages.</param>
    /// <param name="text">What is looked for; null for all pages.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = Most)]
    public static async Task<IReadOnlyList<HelpPage>> HelpPagesAsync(
        HelpLibrary library, HelpSearch search, string? text, CancellationToken cancellationToken) => text is null
        ? library.Pages
        : [.. (await search.FindAsync(text, CultureInfo.CurrentUICulture, Most, cancellationToken)).Select(found => found.Page)];

    /// <summary>A page of the help centre by its key; null when there is none.</summary>
    /// <param name="key">The page's key.</param>
    /// <param name="library">The help centre.</param>
    public static HelpPage? HelpPage(string key, HelpLibrary library) => library.Find(key);
}

/// <summary>A page of the help centre: a frequent question or an article.</summary>
[ObjectType<HelpPage>("HelpPage")]
public static class HelpPageType
{
    public static void Configure(IObjectTypeDescriptor<HelpPage> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(page => page.Key).Description("Its name in addresses.");
        descriptor.Field(page => page.Title).Description("The question, or what the article is about.");
        descriptor.Field(page => page.Body).Description("The text, in Markdown.");
        descriptor.Field(page => page.IsArticle).Description("Whether it is an article and no question.");
    }

    /// <summary>Key of the topic that it stands with.</summary>
    public static string TopicKey([Parent] HelpPage page) => page.Topic.Key;

    /// <summary>The text as HTML that is safe to show.</summary>
    public static string BodyHtml([Parent] HelpPage page)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        MarkdownText.ToHtml(page.Body.In(CultureInfo.CurrentUICulture)).WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        return html.ToString();
    }
}
