using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Meetings;

/// <summary>No meeting begins then: the house is closed, or it is too soon or too far ahead.</summary>
/// <param name="StartsAt">What was asked for.</param>
public sealed record MeetingTimeNotOffered(Instant StartsAt) : Refusal
{
    public override string Code => "MEETING_TIME_NOT_OFFERED";
}

/// <summary>Somebody else has that time.</summary>
/// <param name="StartsAt">What was asked for.</param>
public sealed record MeetingTimeTaken(Instant StartsAt) : Refusal
{
    public override string Code => "MEETING_TIME_TAKEN";
}

/// <summary>As many meetings as may be are booked with the same e-mail address and still to come.</summary>
/// <param name="Most">How many can be.</param>
public sealed record TooManyMeetings(int Most) : Refusal
{
    public override string Code => "TOO_MANY_MEETINGS";
}

/// <summary>The house offers no such meeting: none before buying, or none on tickets.</summary>
public sealed record MeetingNotOffered : Refusal
{
    public override string Code => "MEETING_NOT_OFFERED";
}

/// <summary>It was called off, is over, or begins too soon to be changed.</summary>
/// <param name="NoticeHours">How many hours before its beginning it can still be changed.</param>
public sealed record MeetingNotChangeable(int NoticeHours) : Refusal
{
    public override string Code => "MEETING_NOT_CHANGEABLE";
}
