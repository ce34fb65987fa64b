using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Authorization;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Api;

/// <summary>
/// Decides about <c>[Authorize]</c>: the roles and scopes named on a field or class, and the policy of the house's staff. A session has every scope;
/// a token those it was given.
/// </summary>
internal sealed class ViewerAuthorization : IAuthorizationHandler
{
    public ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken) =>
        new(Decide(ApiViewer.Find(context), directive));

    private static AuthorizeResult Decide(Viewer? viewer, AuthorizeDirective directive)
    {
        if (viewer is null)
        {
            return AuthorizeResult.NotAuthenticated;
        }

        var isAllowed = directive.Scopes.All(viewer.HasScope) && directive.Policy switch
        {
            null or Policies.SignedIn => true,
            Policies.Staff => viewer.IsStaff,
            _ => false,
        };
        return isAllowed ? AuthorizeResult.Allowed : AuthorizeResult.NotAllowed;
    }
}
