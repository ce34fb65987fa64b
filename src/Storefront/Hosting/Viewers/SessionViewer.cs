using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Shared;

namespace Storefront.Hosting.Viewers;

/// <summary>After authentication: finds the viewer of a session. A token's is there already.</summary>
internal sealed class SessionViewer(RequestDelegate next)
{
    /// <summary>The cookie that names the account that is looked at: chosen, or opened first.</summary>
    public const string AccountCookie = "account";

    /// <summary>Has the person look at an account from its next request on.</summary>
    public static void Choose(HttpContext context, AccountId account) => context.Response.Cookies.Append(
        AccountCookie,
        account.ToString(),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });

    /// <summary>Has the next request open whatever account the person joined first.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(AccountCookie);

    public async Task InvokeAsync(HttpContext context, CurrentViewer current, ViewerResolver viewers)
    {
        // Kept with the connection: a stream outlives the services of the request that opened it.
        context.Features.Set(current);
        if (context.User.Identity is { IsAuthenticated: true } && current.Viewer is null)
        {
            AccountId? wished = Guid.TryParse(context.Request.Cookies[AccountCookie], CultureInfo.InvariantCulture, out var id) ? new AccountId(id) : null;
            current.Viewer = await viewers.OfSessionAsync(context.User, wished, context.RequestAborted);
            if (wished is null && current.Viewer is { AccountId: { } opened } && IsPage(context))
            {
                // The page is this account's: should the person be taken out of it, none of its others takes the place unasked.
                Choose(context, opened);
            }

            if (current.Viewer is null)
            {
                // Its person is gone: erased, or the sandbox has started over.
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        if (current.Viewer is null && ViewersFeature.ShowsToken(context.Request))
        {
            await RefuseTokenAsync(context.Response);
            return;
        }

        await next(context);
    }

    private static bool IsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    /// <summary>A token that is unknown, expired or revoked is no anonymous visitor: whoever shows it has to learn that it opens nothing.</summary>
    private static Task RefuseTokenAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return response.WriteAsJsonAsync(new
        {
            errors = new[] { new { message = "The token is unknown, expired or revoked.", extensions = new { code = "UNAUTHENTICATED" } } },
        });
    }
}
