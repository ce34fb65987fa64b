using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>What compiled resolvers call to get services and state.</summary>
internal static class ServiceReader
{
    public static T Required<T>(IResolverContext context)
        where T : notnull => context.Services.GetRequiredService<T>();

    public static T? Optional<T>(IResolverContext context) => context.Services.GetService<T>();

    public static T Keyed<T>(IResolverContext context, object key)
        where T : notnull => context.Services.GetRequiredKeyedService<T>(key);

    /// <summary>The parent where it is an exception.</summary>
    public static T Exception<T>(IResolverContext context)
        where T : Exception => (T)context.Parent<ExceptionValue>().Exception;

    public static T? State<T>(IResolverContext context, string key) =>
        context.ContextData.TryGetValue(key, out var value) && value is T state ? state : default;
}
