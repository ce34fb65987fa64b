using Storefront.Domain.Shared;
using Storefront.GraphQL.Execution;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Api;

/// <summary>Who asks, for resolvers: take <c>[GlobalState(ApiViewer.Key)] Viewer? viewer</c>, or <c>Viewer viewer</c> where <c>[Authorize]</c> stands before it.</summary>
public static class ApiViewer
{
    /// <summary>The entry of the request's state; absent when nobody is signed in.</summary>
    public const string Key = "viewer";

    public static Viewer? Find(IResolverContext context) => context.ContextData.TryGetValue(Key, out var viewer) ? viewer as Viewer : null;

    /// <summary>The account that is looked at.</summary>
    /// <exception cref="GraphQLException">FORBIDDEN: a viewer without an account, such as staff, asks for what only customers have.</exception>
    public static AccountId RequireAccount(this Viewer viewer) => viewer.AccountId
        ?? throw new GraphQLException(new GraphQLError { Message = "This is for members of an account.", Code = ErrorCodes.Forbidden });
}
