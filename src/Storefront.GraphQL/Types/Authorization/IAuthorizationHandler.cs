using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Types.Authorization;

/// <summary>Decides about <c>[Authorize]</c>; the host registers it, since policies, roles and scopes are its own.</summary>
public interface IAuthorizationHandler
{
    /// <summary>Decides whether a field may be resolved for the one who asks.</summary>
    ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken);
}

/// <summary>What is asked for.</summary>
/// <param name="Policy">The host's policy; null for none.</param>
/// <param name="Roles">Roles of which one is needed; empty for none.</param>
/// <param name="Scopes">Scopes all of which are needed; empty for none.</param>
public sealed record AuthorizeDirective(string? Policy, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes);

/// <summary>The decision.</summary>
public enum AuthorizeResult
{
    /// <summary>The field is resolved.</summary>
    Allowed,

    /// <summary>Nobody is signed in: the field fails with <c>UNAUTHENTICATED</c>.</summary>
    NotAuthenticated,

    /// <summary>It is not for this one: the field fails with <c>FORBIDDEN</c>.</summary>
    NotAllowed,
}
