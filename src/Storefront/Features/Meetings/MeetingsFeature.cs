using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Storefront.Domain.Houses;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Meetings;

/// <summary>Meetings: booked by anybody, planned for who has them included, moved and called off by a sealed link.</summary>
public static class MeetingsFeature
{
    // What anybody can send.
    private static readonly string[] Limited = ["Index", "Show"];

    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddSingleton<MeetingBook>();
        services.AddSingleton<MeetingLinks>();
        services.AddSingleton<MeetingCalendars>();
        services.AddSingleton<MeetingReader>();
        services.AddSingleton<BookMeeting>();
        services.AddSingleton<ChangeMeeting>();
        services.AddSingleton<HostMeeting>();
        services.AddSingleton<IAccountSettlement, FollowUpSettlement>();
        services.AddDueWork<TellMeeting>(MeetingBook.TellWork);
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizePage("/Meetings/Desk", Policies.Staff);
            foreach (var page in Limited)
            {
                options.Conventions.AddPageApplicationModelConvention(
                    $"/Meetings/{page}", model => model.EndpointMetadata.Add(new EnableRateLimitingAttribute(RateLimits.Booking)));
            }
        });
        return services
            .AddNavigation<MeetingsTexts>(NavigationPlace.Anonymous, 5, "/meetings", "Nav.Meetings", "calendar", where: IsOffered)
            .AddNavigation<MeetingsTexts>(NavigationPlace.Footer, 60, "/meetings", "Nav.Meetings", where: IsOffered)
            .AddNavigation<MeetingsTexts>(NavigationPlace.Account, 60, "/meetings", "Nav.Meetings", "calendar", where: IsOffered)
            .AddNavigation<MeetingsTexts>(NavigationPlace.Desk, 25, "/desk/meetings", "Nav.Desk", "calendar");
    }

    private static bool IsOffered(Handbook handbook) => handbook.Meetings.FirstIsFree || handbook.Meetings.OnTickets;
}
