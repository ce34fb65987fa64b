using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Members;

/// <summary>An account's people: invited, what they may do and how much they may approve, and how they go.</summary>
public static class MembersFeature
{
    // Where mail is sent to somebody's address, or a code could be guessed.
    private static readonly string[] Limited = ["Index", "Accept", "Change"];

    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddScoped<MemberMails>();
        services.AddScoped<MemberHistory>();
        services.AddSingleton<MemberReader>();
        services.AddSingleton<InvitationReader>();
        services.AddSingleton<MemberDeparture>();
        services.AddScoped<InviteMember>();
        services.AddScoped<ResendInvitation>();
        services.AddSingleton<WithdrawInvitation>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<ChangeMember>();
        services.AddScoped<RemoveMember>();
        services.AddSingleton<LeaveAccount>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Members", Policies.SignedIn).AllowAnonymousToPage("/Members/Accept");
            foreach (var page in Limited)
            {
                options.Conventions.AddPageApplicationModelConvention(
                    $"/Members/{page}", model => model.EndpointMetadata.Add(new EnableRateLimitingAttribute(RateLimits.SignIn)));
            }
        });
        return services.AddNavigation<MembersTexts>(NavigationPlace.Account, 60, "/account/members", "Nav.Members", "users");
    }
}
