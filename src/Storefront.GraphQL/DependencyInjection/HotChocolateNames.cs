using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.DependencyInjection;

/// <summary>What somebody who comes from HotChocolate writes by habit, and what it does here.</summary>
public static class HotChocolateNames
{
    /// <summary>Does nothing: there is a query root as soon as a class has fields for it.</summary>
    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder) => builder;

    /// <summary>Does nothing: there is a mutation root as soon as a class has fields for it.</summary>
    public static IRequestExecutorBuilder AddMutationType(this IRequestExecutorBuilder builder) => builder;

    /// <summary>Does nothing: there is a subscription root as soon as a class has fields for it.</summary>
    public static IRequestExecutorBuilder AddSubscriptionType(this IRequestExecutorBuilder builder) => builder;

    /// <summary>Adds an object type that no field leads to (section 3.6).</summary>
    public static IRequestExecutorBuilder AddObjectType<T>(this IRequestExecutorBuilder builder) => builder.AddType<T>();

    /// <summary>Adds an interface type that no field leads to (section 3.7).</summary>
    public static IRequestExecutorBuilder AddInterfaceType<T>(this IRequestExecutorBuilder builder) => builder.AddType<T>();

    /// <summary>Adds a union that no field leads to (section 3.8).</summary>
    public static IRequestExecutorBuilder AddUnionType<T>(this IRequestExecutorBuilder builder) => builder.AddType<T>();

    /// <summary>Adds an enum type that no field leads to (section 3.9).</summary>
    public static IRequestExecutorBuilder AddEnumType<T>(this IRequestExecutorBuilder builder)
        where T : struct, Enum => builder.AddType<T>();

    /// <summary>Adds a class with more fields of a type.</summary>
    public static IRequestExecutorBuilder AddObjectTypeExtension<T>(this IRequestExecutorBuilder builder)
        where T : class => builder.AddTypeExtension<T>();

    /// <summary>Does nothing: the endpoint builds the schema when it is mapped.</summary>
    public static IRequestExecutorBuilder InitializeOnStartup(this IRequestExecutorBuilder builder) => builder;

    /// <summary>Gives a field of a document its resolver, which answers at once.</summary>
    public static IRequestExecutorBuilder AddResolver<TResult>(
        this IRequestExecutorBuilder builder, string typeName, string fieldName, Func<IResolverContext, TResult> resolver) =>
        builder.ConfigureSchema(schema => schema.AddResolver(typeName, fieldName, new PureResolver(context => resolver(context))));

    /// <summary>Gives a field of a document its resolver, which may wait.</summary>
    public static IRequestExecutorBuilder AddResolver<TResult>(
        this IRequestExecutorBuilder builder, string typeName, string fieldName, Func<IResolverContext, Task<TResult>> resolver) =>
        builder.ConfigureSchema(schema => schema.AddResolver(
            typeName, fieldName, new AsyncResolver(async context => await resolver(context).ConfigureAwait(false)) { IsScoped = true }));

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
