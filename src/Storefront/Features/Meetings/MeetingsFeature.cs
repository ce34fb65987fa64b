namespace Storefront.Features.Meetings;

/// <summary>Meetings: booked by anybody, planned for who has them included, moved and called off by a sealed link.</summary>
public static class MeetingsFeature
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services;
}
