using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Storefront.GraphQL.AspNetCore.Authorization;
using Storefront.GraphQL.AspNetCore.Diagnostics;
using Storefront.GraphQL.AspNetCore.Explorer;
using Storefront.GraphQL.AspNetCore.Sse;
using Storefront.GraphQL.AspNetCore.Streams;
using Storefront.GraphQL.AspNetCore.WebSockets;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Authorization;

namespace Storefront.GraphQL.AspNetCore;

/// <summary>Adds a GraphQL server.</summary>
public static class GraphQLServerServiceCollectionExtensions
{
    /// <summary>
    /// Adds the schema, its executor and the transports that <see cref="GraphQLEndpointRouteBuilderExtensions.MapGraphQL"/> serves.
    /// Called again it gives the same builder, so that each feature can add its own types.
    /// </summary>
    public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new GraphQLServerOptions());
        services.TryAddSingleton(new ExecutorOptions());
        services.TryAddSingleton<GraphQLRequestInterceptor>();
        services.TryAddSingleton<ClientConnections>();
        services.TryAddSingleton<EventStreams>();
        services.TryAddSingleton<GraphQLSockets>();
        services.TryAddSingleton<ExplorerHost>();
        services.TryAddSingleton<IAuthorizationHandler, PolicyAuthorizationHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ExecutionDiagnosticEventListener, LoggingEventListener>());
        services.TryAddSingleton(CreateExecutor);
        return services.AddGraphQLCore();
    }

    /// <summary>Changes how requests are executed: limits, time, introspection.</summary>
    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<ExecutorOptions> configure) =>
        builder.Modify(new ExecutorOptions(), configure);

    /// <summary>Changes what operations and clients may cost.</summary>
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.ModifyRequestOptions(options => configure(options.Cost));
    }

    /// <summary>Changes how the transports behave.</summary>
    public static IRequestExecutorBuilder ModifyServerOptions(this IRequestExecutorBuilder builder, Action<GraphQLServerOptions> configure) =>
        builder.Modify(new GraphQLServerOptions(), configure);

    /// <summary>Replaces what is asked about requests and connections.</summary>
    public static IRequestExecutorBuilder AddRequestInterceptor<TInterceptor>(this IRequestExecutorBuilder builder)
        where TInterceptor : GraphQLRequestInterceptor
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<GraphQLRequestInterceptor, TInterceptor>());
        return builder;
    }

    /// <summary>Replaces the explorer's frame, examples and tokens.</summary>
    public static IRequestExecutorBuilder AddExplorerHost<THost>(this IRequestExecutorBuilder builder)
        where THost : ExplorerHost
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ExplorerHost, THost>());
        return builder;
    }

    /// <summary>Tells somebody what happens while requests are executed. What fails is logged already.</summary>
    public static IRequestExecutorBuilder AddDiagnosticEventListener<TListener>(this IRequestExecutorBuilder builder)
        where TListener : ExecutionDiagnosticEventListener
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<ExecutionDiagnosticEventListener, TListener>();
        return builder;
    }

    private static IRequestExecutor CreateExecutor(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<ExecutorOptions>();
        options.IsDevelopment = provider.GetService<IHostEnvironment>()?.IsDevelopment() ?? false;
        return new RequestExecutor(
            provider.GetRequiredService<Schema>(),
            options,
            provider.GetServices<ExecutionDiagnosticEventListener>(),
            provider.GetRequiredService<TimeProvider>());
    }

    private static IRequestExecutorBuilder Modify<TOptions>(this IRequestExecutorBuilder builder, TOptions defaults, Action<TOptions> configure)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = builder.Services
            .Where(descriptor => descriptor.ServiceType == typeof(TOptions))
            .Select(descriptor => descriptor.ImplementationInstance as TOptions)
            .LastOrDefault(instance => instance is not null) ?? defaults;
        configure(options);
        builder.Services.Replace(ServiceDescriptor.Singleton(options));
        return builder;
    }
}
