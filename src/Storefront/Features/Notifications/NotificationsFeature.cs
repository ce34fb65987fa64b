using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Notifications;

/// <summary>When people are written to: kinds of mail, the day's mail, quiet hours, and links that end mails.</summary>
public static class NotificationsFeature
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<NotificationReader>();
        services.AddSingleton<ChangeNotifications>();
        services.AddSingleton<Unsubscribe>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizePage("/Notifications/Index", Policies.SignedIn);
            options.Conventions.AddPageApplicationModelConvention(
                "/Notifications/End", model => model.EndpointMetadata.Add(new EnableRateLimitingAttribute(RateLimits.SignIn)));
        });
        return services.AddNavigation<NotificationsTexts>(NavigationPlace.Account, 70, "/account/notifications", "Nav.Notifications", "bell");
    }
}
