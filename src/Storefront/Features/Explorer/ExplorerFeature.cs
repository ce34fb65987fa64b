using Storefront.Features.Shared.Navigation;
using Storefront.GraphQL.AspNetCore;

namespace Storefront.Features.Explorer;

/// <summary>The page at <c>/graphql</c> on which the public API is looked up and tried. The explorer itself is the GraphQL library's.</summary>
public static class ExplorerFeature
{
    public static IServiceCollection AddExplorer(this IServiceCollection services)
    {
        services.AddGraphQLServer().AddExplorerHost<SiteExplorer>();
        return services.AddNavigation<ExplorerTexts>(NavigationPlace.Footer, 90, "/graphql", "Nav.Api");
    }
}
