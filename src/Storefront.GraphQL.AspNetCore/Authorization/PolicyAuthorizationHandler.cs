using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Authorization;
using IAuthorizationHandler = Storefront.GraphQL.Types.Authorization.IAuthorizationHandler;

namespace Storefront.GraphQL.AspNetCore.Authorization;

/// <summary>
/// What decides about <c>[Authorize]</c> where the host has no handler of its own: roles and scopes are the principal's, policies are those that the host
/// gave to <c>AddAuthorization</c>; their requirements find the field's <see cref="IResolverContext"/> as the resource. Who is not signed in is never allowed.
/// </summary>
internal sealed class PolicyAuthorizationHandler : IAuthorizationHandler
{
    public async ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken)
    {
        var decision = DefaultAuthorizationHandler.AuthorizeByClaims(context.User, directive);
        if (decision != AuthorizeResult.Allowed || directive.Policy is not { } policy)
        {
            return decision;
        }

        // Neither this nor a policy that nobody defined is a refusal: the field fails with an error of the server's, and its log says why.
        var policies = context.Services.GetService<IAuthorizationService>()
            ?? throw new InvalidOperationException($"The policy {policy} cannot be asked: the host has not called AddAuthorization.");
        var answer = await policies.AuthorizeAsync(context.User, context, policy).ConfigureAwait(false);
        return answer.Succeeded ? AuthorizeResult.Allowed : AuthorizeResult.NotAllowed;
    }
}
