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
        new(directive.Policy is null || context.User.Identity is not { IsAuthenticated: true } ? AuthorizeByClaims(context.User, directive) : AuthorizeResult.NotAllowed);

    /// <summary>Decides by roles and scopes, the policy aside.</summary>
    public static AuthorizeResult AuthorizeByClaims(ClaimsPrincipal user, AuthorizeDirective directive)
    {
        if (user.Identity is not { IsAuthenticated: true })
        {
            return AuthorizeResult.NotAuthenticated;
        }

        return (directive.Roles.Count == 0 || directive.Roles.Any(user.IsInRole)) && (directive.Scopes.Count == 0 || directive.Scopes.All(ScopesOf(user).Contains))
            ? AuthorizeResult.Allowed
            : AuthorizeResult.NotAllowed;
    }

    private static HashSet<string> ScopesOf(ClaimsPrincipal user) =>
        [.. user.FindAll("scope").SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
