using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Help;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Search;

/// <summary>Search over tickets and the help centre.</summary>
public static class SearchFeature
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizePage("/Search/Index", Policies.SignedIn);
            options.Conventions.AuthorizePage("/Search/Desk", Policies.Staff);
        });
        return services
            .AddNavigation<SearchTexts>(NavigationPlace.Customer, 25, "/search", "Nav.Search", "search")
            .AddNavigation<SearchTexts>(NavigationPlace.Desk, 15, "/desk/search", "Nav.Search", "search");
    }

    /// <summary>The index, of which the database is prepared before the first request.</summary>
    public static IServiceCollection AddSearchIndex(this IServiceCollection services, StorefrontSettings settings)
    {
        if (settings.PostgresConnectionString is null)
        {
            services.AddSingleton<ISearchEngine, SqliteSearchEngine>();
        }
        else
        {
            services.AddSingleton<ISearchEngine, PostgresSearchEngine>();
        }

        services.AddSingleton<HelpLibrary>();
        services.AddSingleton<HelpIndexTexts>();
        services.AddSingleton<TicketSearch>();
        return services.AddSingleton<SearchIndex>();
    }
}
