using Microsoft.Extensions.DependencyInjection;

namespace Storefront.GraphQL.Execution;

/// <summary>Brings what a request's service knows into a resolver's own instance of it.</summary>
internal abstract class ScopedServiceInitializer
{
    public abstract void Initialize(IServiceProvider request, IServiceProvider resolver);
}

/// <summary>Brings what a request's service knows into a resolver's own instance of it.</summary>
internal sealed class ScopedServiceInitializer<TService>(Action<TService, TService> initialize) : ScopedServiceInitializer
    where TService : notnull
{
    public override void Initialize(IServiceProvider request, IServiceProvider resolver) =>
        initialize(request.GetRequiredService<TService>(), resolver.GetRequiredService<TService>());
}
