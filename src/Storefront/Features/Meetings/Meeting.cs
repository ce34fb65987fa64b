using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Meetings;

/// <summary>A meeting with a customer, or with somebody who may become one (FLU-22). It is the house's, whose time it takes.</summary>
public sealed class Meeting
{
    public required MeetingId Id { get; init; }

    /// <summary>Whose it is; null for a visitor's.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>The ticket it was asked for on; null for none.</summary>
    public TicketId? TicketId { get; init; }

    public required MeetingKind Kind { get; init; }

    /// <summary>Who comes, and where the invitation goes.</summary>
    public required string Name { get; set; }

    public required string Email { get; set; }

    /// <summary>What it is to be about; null when nothing was said.</summary>
    public string? Topic { get; set; }

    /// <summary>BCP 47 tag of what is written to who comes.</summary>
    public required string Language { get; init; }

    /// <summary>IANA name of the zone in which who comes reads times.</summary>
    public required string TimeZone { get; init; }

    public required Instant StartsAt { get; set; }

    /// <summary>Exclusive.</summary>
    public required Instant EndsAt { get; set; }

    /// <summary>Which of the meetings held at once it is, from 0.</summary>
    public required int Seat { get; set; }

    public MeetingStatus Status { get; set; }

    /// <summary>How often it was changed since it was agreed: the SEQUENCE of the calendar's entry.</summary>
    public int Sequence { get; set; }

    public required Instant BookedAt { get; init; }

    /// <summary>The <see cref="Sequence"/> that who comes was told of last; -1 before the first mail.</summary>
    public int ToldSequence { get; set; } = -1;

    public Instant? CanceledAt { get; set; }

    /// <summary>The member of staff who holds it; null for whoever has time.</summary>
    public UserId? HostId { get; set; }

    /// <summary>The first day of the run in which the plan includes it; null for one that was asked for (FEN-18).</summary>
    public LocalDate? FollowUpOf { get; init; }

    /// <summary>Chosen by the form it was booked with: sent twice, it is one meeting. Null for one that the house planned.</summary>
    public string? BookingKey { get; init; }
}

/// <summary>Why a meeting is held.</summary>
public enum MeetingKind
{
    /// <summary>To get to know each other; it costs nothing.</summary>
    First,

    /// <summary>About a ticket.</summary>
    Ticket,

    /// <summary>Because the plan includes it.</summary>
    FollowUp,
}

/// <summary>Whether a meeting stands or was called off.</summary>
public enum MeetingStatus
{
    /// <summary>It was agreed.</summary>
    Booked,

    /// <summary>It was called off.</summary>
    Canceled,
}
