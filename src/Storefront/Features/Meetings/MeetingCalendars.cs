using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Hosting;

namespace Storefront.Features.Meetings;

/// <summary>Makes the entry of a calendar of a meeting, in the present language.</summary>
public sealed class MeetingCalendars(OwnAddress address, Handbook handbook, IStringLocalizer<MeetingsTexts> texts)
{
    /// <param name="meeting">The meeting.</param>
    /// <param name="link">Where it can be moved or called off.</param>
    /// <param name="now">The present.</param>
    public CalendarEntry Of(Meeting meeting, Uri link, Instant now) => new(
        $"{meeting.Id.Value:N}@{address.Root.Host}",
        meeting.Sequence,
        meeting.Status == MeetingStatus.Canceled,
        meeting.StartsAt,
        meeting.EndsAt,
        now,
        texts["Calendar.Summary", handbook.House.Name],
        string.Join("\n\n", ((string?[])[meeting.Topic, texts["Calendar.Change", link.AbsoluteUri].Value]).OfType<string>()),
        link,
        handbook.House.Name,
        Organizer(),
        meeting.Name,
        meeting.Email);

    private string Organizer() => handbook.House.Contacts.Points.Where(point => point.Kind == ContactKind.Email)
        .OrderBy(point => point.Purpose switch { ContactPurpose.General => 0, ContactPurpose.Sales => 1, _ => 2 })
        .Select(point => point.Value).FirstOrDefault() ?? $"meetings@{address.Root.Host}";
}
