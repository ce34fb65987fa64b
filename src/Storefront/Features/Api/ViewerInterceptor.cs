using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Storefront.Features.Shared.Localization;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Execution.Cost;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Api;

/// <summary>
/// Tells resolvers who asks. On a WebSocket the token may come in <c>connection_init</c>, as <c>{"Authorization": "Bearer …"}</c>; a token that
/// is revoked while its stream is open ends the stream.
/// </summary>
internal sealed class ViewerInterceptor(ViewerResolver viewers, SiteLanguages languages, ApiBudgets budgets, StreamViewers streams) : GraphQLRequestInterceptor
{
    private const string Bearer = "Bearer ";

    public override ValueTask OnRequestAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken)
    {
        if (Current(context).Viewer is { } viewer)
        {
            contextData[ApiViewer.Key] = viewer;
            UseLanguageOf(context, viewer);
        }

        return ValueTask.CompletedTask;
    }

    public override RequestClient IdentifyClient(HttpContext context) => Current(context).Viewer switch
    {
        { Token: { } token } => new RequestClient($"token:{token.Id.Value}") { Budget = budgets.Token },
        { } viewer => new RequestClient($"user:{viewer.UserId.Value}") { Budget = budgets.Session },
        null => base.IdentifyClient(context) with { Budget = budgets.Anonymous },
    };

    public override async ValueTask<bool> OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken)
    {
        if (TokenOf(payload) is not { } token)
        {
            return true;
        }

        var current = Current(context);
        current.SocketToken = token;
        current.Viewer = await viewers.OfTokenAsync(token, cancellationToken);
        return current.Viewer is not null;
    }

    public override ValueTask<bool> IsStillValidAsync(HttpContext context, CancellationToken cancellationToken) =>
        Current(context).Viewer is { } viewer ? streams.IsStillValidAsync(viewer, context.User, TokenText(context)) : new(true);

    private static CurrentViewer Current(HttpContext context) => context.Features.GetRequiredFeature<CurrentViewer>();

    private static string TokenText(HttpContext context)
    {
        if (Current(context).SocketToken is { } token)
        {
            return token;
        }

        var header = context.Request.Headers.Authorization.ToString();
        return header.Length > Bearer.Length ? header[Bearer.Length..].Trim() : "";
    }

    private static string? TokenOf(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in payload.EnumerateObject())
        {
            if (property.Name.Equals("authorization", StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.String)
            {
                var text = property.Value.GetString()!;
                return text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? text[Bearer.Length..].Trim() : text.Trim();
            }
        }

        return null;
    }

    // A header says it for this request; without one, what the person chose.
    private void UseLanguageOf(HttpContext context, Viewer viewer)
    {
        if (context.Request.Headers.AcceptLanguage.Count == 0
            && context.Features.Get<IRequestCultureFeature>()?.Provider is not CookieRequestCultureProvider
            && languages.Find(viewer.Language) is { } language)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Code);
        }
    }
}
