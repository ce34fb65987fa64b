namespace Storefront.GraphQL.DependencyInjection;

/// <summary>Whose services a resolver is given, where they are made anew for each scope.</summary>
public enum DependencyInjectionScope
{
    /// <summary>The request's, which are shared with every other resolver that takes them.</summary>
    Request,

    /// <summary>
    /// Its own: a scope for each call of a resolver that takes such a service, which ends when the value is there. Resolvers that run side
    /// by side may then use what is not thread-safe, such as a database context.
    /// </summary>
    Resolver,
}
