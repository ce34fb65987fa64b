using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>The project asks for no such input.</summary>
/// <param name="InputKey">The key of the input.</param>
/// <param name="Known">The keys of the ones that there are.</param>
public sealed record UnknownInput(string InputKey, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_INPUT";
}

/// <summary>An input is given with the place where it will be used (TEC-05).</summary>
/// <param name="InputKey">The key of the input.</param>
public sealed record InputUseMissing(string InputKey) : Refusal
{
    public override string Code => "INPUT_USE_MISSING";
}

/// <summary>The text is longer than it may be.</summary>
/// <param name="Most">How many characters it may have.</param>
public sealed record ProjectTextTooLong(int Most) : Refusal
{
    public override string Code => "PROJECT_TEXT_TOO_LONG";
}

/// <summary>The input was accepted, so it neither changes nor comes back.</summary>
/// <param name="InputKey">The key of the input.</param>
public sealed record InputAlreadyAccepted(string InputKey) : Refusal
{
    public override string Code => "INPUT_ALREADY_ACCEPTED";
}

/// <summary>The input is not here, so it can be neither accepted nor returned.</summary>
/// <param name="InputKey">The key of the input.</param>
/// <param name="Status">Where it stands.</param>
public sealed record InputNotHere(string InputKey, InputStatus Status) : Refusal
{
    public override string Code => "INPUT_NOT_HERE";
}

/// <summary>An input comes back only with a reason.</summary>
/// <param name="InputKey">The key of the input.</param>
public sealed record InputReasonMissing(string InputKey) : Refusal
{
    public override string Code => "INPUT_REASON_MISSING";
}

/// <summary>The corrections that are in scope were asked for before; more can be quoted (TEC-07).</summary>
/// <param name="InScope">How many are in scope.</param>
public sealed record NoRevisionLeft(int InScope) : Refusal
{
    public override string Code => "NO_REVISION_LEFT";
}

/// <summary>A revision says what is to be corrected, all in one message.</summary>
public sealed record RevisionCommentsMissing : Refusal
{
    public override string Code => "REVISION_COMMENTS_MISSING";
}

/// <summary>The stage has no meeting.</summary>
/// <param name="StageKey">The stage.</param>
public sealed record NoMeeting(string StageKey) : Refusal
{
    public override string Code => "NO_MEETING";
}

/// <summary>No meeting was booked, so none took place.</summary>
/// <param name="StageKey">The stage.</param>
public sealed record MeetingNotBooked(string StageKey) : Refusal
{
    public override string Code => "MEETING_NOT_BOOKED";
}

/// <summary>The meeting is still to come.</summary>
/// <param name="For">When it begins.</param>
public sealed record MeetingAhead(Instant For) : Refusal
{
    public override string Code => "MEETING_AHEAD";
}

/// <summary>The meeting would begin in the past.</summary>
/// <param name="Now">The time it is.</param>
public sealed record MeetingInThePast(Instant Now) : Refusal
{
    public override string Code => "MEETING_IN_THE_PAST";
}

/// <summary>The meeting has to begin within the stage's time (TEC-10).</summary>
/// <param name="Latest">The latest that it can begin.</param>
public sealed record MeetingTooLate(Instant Latest) : Refusal
{
    public override string Code => "MEETING_TOO_LATE";
}

/// <summary>The meeting has to take from one minute to `mostMinutes` (TEC-10).</summary>
/// <param name="MostMinutes">The most minutes that it may take.</param>
public sealed record MeetingLengthNotValid(int MostMinutes) : Refusal
{
    public override string Code => "MEETING_LENGTH_NOT_VALID";
}
