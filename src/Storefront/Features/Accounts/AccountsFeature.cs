using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Accounts;

/// <summary>Who customers are: registration, sign-in, passwords, the account that is looked at, tokens for the public API.</summary>
public static class AccountsFeature
{
    // Where an address, a password or a code can be guessed.
    private static readonly string[] Limited = ["Register", "SignIn", "ForgotPassword", "ResetPassword", "Confirm", "CheckMail"];

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<RegisterAccount>();
        services.AddScoped<SendConfirmation>();
        services.AddScoped<ConfirmEmail>();
        services.AddScoped<RequestPasswordReset>();
        services.AddScoped<ResetPassword>();
        services.AddScoped<CreateApiToken>();
        services.AddScoped<RevokeApiToken>();
        services.AddScoped<ApiTokenReader>();
        services.AddScoped<AccountMails>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizePage("/Accounts/Tokens", Policies.SignedIn);
            options.Conventions.AuthorizePage("/Accounts/Choose", Policies.SignedIn);
            foreach (var page in Limited)
            {
                options.Conventions.AddPageApplicationModelConvention(
                    $"/Accounts/{page}",
                    model => model.EndpointMetadata.Add(new Microsoft.AspNetCore.RateLimiting.EnableRateLimitingAttribute(RateLimits.SignIn)));
            }
        });
        return services
            .AddNavigation<AccountsTexts>(NavigationPlace.Anonymous, 10, "/sign-in", "Nav.SignIn")
            .AddNavigation<AccountsTexts>(NavigationPlace.Anonymous, 20, "/register", "Nav.Register")
            .AddNavigation<AccountsTexts>(NavigationPlace.Account, 80, "/account/tokens", "Nav.Tokens", "key")
            .AddNavigation<AccountsTexts>(NavigationPlace.Account, 90, "/sign-out", "Nav.SignOut", "sign-out", isPost: true);
    }
}
