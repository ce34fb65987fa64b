using Storefront.Features.Desk;

namespace Storefront.Features.Meetings;

/// <summary>A meeting as staff see it.</summary>
[ObjectType("DeskMeeting")]
public sealed class DeskMeetingView(DeskMeeting line)
{
    /// <summary>When, with whom and about what.</summary>
    public MeetingView Meeting => new(line.Meeting);

    /// <summary>Name of its account; null for a visitor's.</summary>
    public string? Account => line.Account;

    /// <summary>Whether that account is marked as delicate; the customer never sees it.</summary>
    public bool IsDelicate => line.IsDelicate;

    /// <summary>Number of the ticket that it is about; null for none.</summary>
    public int? TicketNumber => line.Ticket;

    /// <summary>Who holds it; null for whoever has time.</summary>
    public string? Host => line.Host;
}

/// <summary>The house's meetings.</summary>
[ExtendObjectType<DeskView>]
public static class DeskMeetings
{
    /// <summary>The meetings that are not over and were not called off, the next first; at most a hundred.</summary>
    [ListSize(AssumedSize = MeetingReader.Most)]
    public static async Task<IReadOnlyList<DeskMeetingView>> MeetingsAsync(MeetingReader reader, CancellationToken cancellationToken) =>
        [.. (await reader.ForStaffAsync(cancellationToken)).Select(meeting => new DeskMeetingView(meeting))];
}
