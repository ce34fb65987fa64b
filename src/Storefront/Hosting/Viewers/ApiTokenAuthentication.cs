using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Storefront.Features.Accounts;

namespace Storefront.Hosting.Viewers;

/// <summary>Signs a request in by <c>Authorization: Bearer …</c>.</summary>
internal sealed class ApiTokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ViewerResolver viewers, CurrentViewer current)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiToken";

    private const string Bearer = "Bearer ";

    public static bool HasToken(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!HasToken(Request))
        {
            return AuthenticateResult.NoResult();
        }

        var token = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (await viewers.OfTokenAsync(token, Context.RequestAborted) is not { } viewer)
        {
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        }

        current.Viewer = viewer;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, viewer.UserId.ToString()), new Claim(ClaimTypes.Name, viewer.Name)], SchemeName);
        if (viewer.IsStaff)
        {
            identity.AddClaim(new Claim(ClaimTypes.Role, Role.Staff));
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
