using System.Security.Claims;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Types.Authorization;

/// <summary>
/// What holds where the host has no handler of its own: roles are the principal's, scopes its <c>scope</c> claims (one each, or separated by
/// blanks), and a policy, of which nothing is known here, is not allowed.
/// </summary>
internal sealed class DefaultAuthorizationHandler : IAuthorizationHandler
{
    public static DefaultAuthorizationHandler Instance { get; } = new();

    public ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken) =>
        new(Authorize(context.User, directive));

    private static AuthorizeResult Authorize(ClaimsPrincipal user, AuthorizeDirective directive)
    {
        if (user.Identity is not { IsAuthenticated: true })
        {
            return AuthorizeResult.NotAuthenticated;
        }

        var scopes = user.FindAll("scope").SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        return directive.Policy is null
            && (directive.Roles.Count == 0 || directive.Roles.Any(user.IsInRole))
            && directive.Scopes.All(scopes.Contains)
                ? AuthorizeResult.Allowed
                : AuthorizeResult.NotAllowed;
    }
}
