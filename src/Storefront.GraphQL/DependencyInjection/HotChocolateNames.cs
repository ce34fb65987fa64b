using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.DependencyInjection;

/// <summary>What somebody who comes from HotChocolate writes by habit, and what it does here.</summary>
public static class HotChocolateNames
{
    /// <summary>Does nothing, since <c>[UseFiltering]</c> is enough.</summary>
    public static IRequestExecutorBuilder AddFiltering(this IRequestExecutorBuilder builder) => builder;

    /// <summary>Does nothing, since <c>[UseSorting]</c> is enough.</summary>
    public static IRequestExecutorBuilder AddSorting(this IRequestExecutorBuilder builder) => builder;

    /// <summary>Does nothing, since <c>[Authorize]</c> is enough.</summary>
    public static IRequestExecutorBuilder AddAuthorization(this IRequestExecutorBuilder builder) => builder;

    /// <summary>Does nothing, since a <c>[NodeResolver]</c> is enough.</summary>
    public static IRequestExecutorBuilder AddGlobalObjectIdentification(this IRequestExecutorBuilder builder) => builder;

    /// <summary>A service of the request; <see cref="IResolverContext.Services"/> for what is optional.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public static T Service<T>(this IResolverContext context)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Services.GetRequiredService<T>();
    }
}
