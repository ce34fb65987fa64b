using Microsoft.Extensions.DependencyInjection;

namespace Storefront.GraphQL.DependencyInjection;

/// <summary>Configures a GraphQL server.</summary>
public interface IRequestExecutorBuilder
{
    /// <summary>The schema's name: the host may have several.</summary>
    string Name { get; }

    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }
}
