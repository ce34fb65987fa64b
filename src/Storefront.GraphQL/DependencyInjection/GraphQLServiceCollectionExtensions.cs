using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Storefront.GraphQL.Subscriptions;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.DependencyInjection;

/// <summary>Adds the engine's services.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>
    /// Adds the schema (as a <see cref="Schema"/>, built when it is first asked for) and what it needs. Called again it gives the same builder, so that each
    /// feature can add its own types.
    /// </summary>
    public static IRequestExecutorBuilder AddGraphQLCore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var configuration = services
            .Where(descriptor => descriptor.ServiceType == typeof(SchemaConfiguration))
            .Select(descriptor => descriptor.ImplementationInstance as SchemaConfiguration)
            .FirstOrDefault(instance => instance is not null);
        if (configuration is null)
        {
            configuration = new SchemaConfiguration();
            services.AddSingleton(configuration);
            services.TryAddSingleton(new SubscriptionOptions());
            services.AddSingleton(provider =>
            {
                var probe = provider.GetService<IServiceProviderIsService>();
                var lifetimes = new ServiceLifetimes(services);
                return provider.GetRequiredService<SchemaConfiguration>().BuildSchema(type => probe?.IsService(type) ?? false, lifetimes.IsScoped);
            });
        }

        return new RequestExecutorBuilder(services, configuration);
    }

    private sealed record RequestExecutorBuilder(IServiceCollection Services, SchemaConfiguration Configuration) : IRequestExecutorBuilder;
}
