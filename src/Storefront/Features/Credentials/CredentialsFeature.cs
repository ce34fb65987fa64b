using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Credentials;

/// <summary>The customer's safe: what opens its systems, for the staff of the tickets that it names (FLU-24).</summary>
public static class CredentialsFeature
{
    public static IServiceCollection AddCredentials(this IServiceCollection services)
    {
        services.AddSingleton<CredentialSafe>();
        services.AddSingleton<CredentialShares>();
        services.AddSingleton<CredentialReader>();
        services.AddSingleton<StoreCredential>();
        services.AddSingleton<ShareCredential>();
        services.AddSingleton<DeleteCredential>();
        services.AddSingleton<RevealCredential>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizePage("/Credentials/Index", Policies.SignedIn);
            options.Conventions.AuthorizePage("/Credentials/Reveal", Policies.Staff);
        });
        return services.AddNavigation<CredentialsTexts>(NavigationPlace.Customer, 45, "/credentials", "Nav.Credentials", "key");
    }
}
