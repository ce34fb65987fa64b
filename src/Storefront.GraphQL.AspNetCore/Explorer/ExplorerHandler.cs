using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Storefront.GraphQL.AspNetCore.Explorer.Documentation;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>
/// The explorer: pages for browsers at the GraphQL endpoint and below it, and the few files that they need. It reads the schema and never executes
/// anything; what the editor runs goes through the endpoint like everybody's requests.
/// </summary>
internal sealed class ExplorerHandler(
    IRequestExecutor executor,
    ExecutorOptions executorOptions,
    GraphQLServerOptions options,
    GraphQLRequestInterceptor interceptor,
    ExplorerHost host)
{
    /// <summary>A request of the page's own script for the documentation alone.</summary>
    public const string PartHeader = "GraphQL-Explorer-Part";

    /// <summary>What follows the endpoint's path.</summary>
    public const string Route = "{**explorer}";

    private const string RouteValue = "explorer";

    private readonly ExplorerAssets assets = new(executor.Schema);
    private readonly Lazy<SchemaUses> uses = new(() => new SchemaUses(executor.Schema));
    private readonly DocumentCheck check = new(executor, executorOptions, options, interceptor);

    /// <summary>Whether a request to the GraphQL endpoint itself is a browser's that wants to look: HTML named, and nothing that the API speaks named before it.</summary>
    public bool IsWanted(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Accept.Count == 0
            || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var types))
        {
            return false;
        }

        var first = types.Where(type => type.Quality != 0 && !type.MatchesAllTypes).OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault(type => IsHtml(type) || IsApi(type));
        return first is not null && IsHtml(first) && IsEnabled(request.HttpContext);
    }

    // Whoever may not see the schema by introspection does not see it here.
    private bool IsEnabled(HttpContext context) => options.Tool.Enable ?? interceptor.AllowIntrospection(context) ?? executorOptions.AllowIntrospection;

    /// <summary>The page at the endpoint itself.</summary>
    public Task HandleAsync(HttpContext context)
    {
        var addresses = AddressesOf(context);
        var view = context.Request.Query.ContainsKey("docs") ? WorkspaceView.Documentation : WorkspaceView.Editor;
        return WriteAsync(context, addresses, view, ExplorerTexts.Get("Title"), In(addresses, found => OverviewPage.Write(found, host.GetExamples(context))));
    }

    /// <summary>What is below the endpoint.</summary>
    public Task HandleBelowAsync(HttpContext context)
    {
        var path = RestOf(context);
        var method = context.Request.Method;
        var isEnabled = IsEnabled(context);
        if (path == "validate" && isEnabled && HttpMethods.IsPost(method))
        {
            return check.HandleAsync(context);
        }

        if (!isEnabled || !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method)))
        {
            context.Response.StatusCode = isEnabled ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (path == "schema.graphql")
        {
            return assets.Definition.WriteAsync(context);
        }

        return path.Split('/') switch
        {
            ["assets", var name] when assets.Find(name) is { } asset => asset.WriteAsync(context),
            ["types"] => WriteAsync(context, ExplorerTexts.Get("Types"), TypesPage.Write),
            ["types", var name] when executor.Schema.TryGetType(name, out var type) =>
                WriteAsync(context, name, found => new TypePage(found).Write(type)),
            ["directives", var name] when executor.Schema.TryGetDirective(name, out var directive) =>
                WriteAsync(context, $"@{name}", found => DirectivePage.Write(found, directive)),
            ["search"] when QuestionOf(context) is var question =>
                WriteAsync(context, ExplorerTexts.Get("Search"), found => SearchPage.Write(found, question)),
            [.., var name] => WriteNotFoundAsync(context, name),
            [] => WriteNotFoundAsync(context, string.Empty),
        };
    }

    private static bool IsHtml(MediaTypeHeaderValue type) => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase);

    private static bool IsApi(MediaTypeHeaderValue type) =>
        type.MediaType.Equals(ContentNegotiation.Json, StringComparison.OrdinalIgnoreCase)
        || type.MediaType.Equals(ContentNegotiation.GraphQLResponse, StringComparison.OrdinalIgnoreCase)
        || type.MediaType.Equals(ContentNegotiation.EventStream, StringComparison.OrdinalIgnoreCase);

    private static string QuestionOf(HttpContext context)
    {
        var question = context.Request.Query["q"].ToString().Trim();
        return question.Length <= SchemaSearch.LongestQuestion ? question : question[..SchemaSearch.LongestQuestion];
    }

    private static string RestOf(HttpContext context) => context.Request.RouteValues[RouteValue] as string ?? string.Empty;

    private static ExplorerAddresses AddressesOf(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        return new ExplorerAddresses($"{context.Request.PathBase}{path[..^RestOf(context).Length].TrimEnd('/')}");
    }

    private Html In(ExplorerAddresses addresses, Func<DocumentationContext, Html> write) =>
        write(new DocumentationContext(executor.Schema, addresses, uses.Value));

    private Task WriteNotFoundAsync(HttpContext context, string name)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return WriteAsync(context, ExplorerTexts.Get("NotFound"), found => NotFoundPage.Write(found, name));
    }

    private Task WriteAsync(HttpContext context, string title, Func<DocumentationContext, Html> write)
    {
        var addresses = AddressesOf(context);
        return WriteAsync(context, addresses, WorkspaceView.Documentation, $"{title} · {ExplorerTexts.Get("Title")}", In(addresses, write));
    }

    private Task WriteAsync(HttpContext context, ExplorerAddresses addresses, WorkspaceView view, string title, Html documentation)
    {
        var headers = context.Response.Headers;
        headers.Vary = $"Accept, Accept-Language, Cookie, {PartHeader}";
        Html panel = DocumentationPanel.Write(addresses, title, QuestionOf(context), documentation);
        if (context.Request.Headers[PartHeader] == "documentation")
        {
            headers.CacheControl = "private, no-cache";
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(panel.ToString(), context.RequestAborted);
        }

        var workspace = new Workspace(addresses, assets, host.GetCaller(context), host.GetTokens(context));
        var page = new ExplorerPage(title, workspace.Write(view, context.Request.Query, panel), addresses.Asset(assets.Stylesheet), addresses.Asset(assets.Script));
        return host.WriteAsync(context, page);
    }
}
