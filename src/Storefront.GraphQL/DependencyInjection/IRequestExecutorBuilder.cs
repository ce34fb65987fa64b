using Microsoft.Extensions.DependencyInjection;

namespace Storefront.GraphQL.DependencyInjection;

/// <summary>Configures a GraphQL server.</summary>
public interface IRequestExecutorBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>What the schema is built from.</summary>
    SchemaConfiguration Configuration { get; }
}
