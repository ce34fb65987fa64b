using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Storefront.Features.Accounts;
using Storefront.GraphQL.AspNetCore.Explorer;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Explorer;

/// <summary>The GraphQL explorer within the site: its frame, who asks, examples of this API and, in the sandbox, tokens to try.</summary>
internal sealed class SiteExplorer(StorefrontSettings settings, IStringLocalizer<ExplorerTexts> texts) : ExplorerHost
{
    /// <summary>As Razor Pages are called, so that the layout and its parts are looked for where pages' are.</summary>
    private const string Page = "/Explorer/Frame";

    public override IReadOnlyList<ExplorerExample> GetExamples(HttpContext context) =>
        [.. ExplorerExamples.All.Select(example => example with { Title = texts[example.Title] })];

    public override IReadOnlyList<ExplorerToken> GetTokens(HttpContext context) => settings.HasDemo
        ? [new ExplorerToken(texts["Token.Customer"], DemoSignIns.CustomerToken), new ExplorerToken(texts["Token.Staff"], DemoSignIns.StaffToken)]
        : [];

    public override ExplorerCaller GetCaller(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentViewer>().Viewer is { } viewer
            ? new ExplorerCaller(texts["Caller.Person", viewer.Name], [new ExplorerLink(texts["Caller.Tokens"], "/account/tokens")])
            : new ExplorerCaller(texts["Caller.Anonymous"], [new ExplorerLink(texts["Caller.SignIn"], "/sign-in?returnTo=%2Fgraphql")]);

    public override Task WriteAsync(HttpContext context, ExplorerPage page)
    {
        var action = new ActionContext(context, context.GetRouteData(), new ActionDescriptor { RouteValues = { ["page"] = Page } });
        action.RouteData.Values["page"] = Page;
        var metadata = context.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var view = new ViewResult
        {
            ViewName = $"/Features{Page}.cshtml",
            StatusCode = context.Response.StatusCode,
            ViewData = new ViewDataDictionary<ExplorerPage>(metadata, new ModelStateDictionary()) { Model = page },
        };
        return view.ExecuteResultAsync(action);
    }
}
