using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Accounts;

/// <summary>Who can be asked into an account, how often, and for how long the asking holds.</summary>
public static class InvitationRules
{
    /// <summary>Most people of an account, those asked included.</summary>
    public const int MostMembers = 100;

    /// <summary>Most invitations that are open at a time.</summary>
    public const int MostOpen = 20;

    /// <summary>Most mails of an account's invitations in 24 hours, those sent again included; one that was taken back before its mail went out counts too.</summary>
    public const int MostADay = 50;

    /// <summary>Most mails of invitations to one address in 24 hours.</summary>
    public const int MostMails = 5;

    /// <summary>For how long it can be accepted; sent again, from then.</summary>
    public static readonly Duration ValidFor = Duration.FromDays(14);

    /// <summary>What is asked for twice within that time is a second click, and no second mail.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(1);

    /// <summary>Why somebody cannot be invited; null when nothing is in the way.</summary>
    /// <param name="isMember">Whether it is in the account.</param>
    /// <param name="members">How many are.</param>
    /// <param name="open">How many invitations of others are open.</param>
    /// <param name="lastDay">How many mails of invitations the account wrote in the last 24 hours.</param>
    public static Refusal? CheckNew(bool isMember, int members, int open, int lastDay) =>
        isMember ? new AlreadyMember()
        : members + open >= MostMembers ? new TooManyMembers(MostMembers)
        : open >= MostOpen ? new TooManyInvitations(MostOpen)
        : lastDay >= MostADay ? new InvitationsADayReached(MostADay)
        : null;

    /// <summary>Why an invitation cannot be accepted or taken back any more; null when it can.</summary>
    public static Refusal? Check(InvitationState invitation, Instant now) =>
        invitation.AcceptedAt is not null ? new InvitationUsed()
        : invitation.WithdrawnAt is not null ? new InvitationWithdrawn()
        : now >= invitation.ExpiresAt ? new InvitationExpired(invitation.ExpiresAt)
        : null;

    /// <summary>Why an invitation cannot be sent again; null when it can. One that ran out can: it begins anew.</summary>
    public static Refusal? CheckAgain(InvitationState invitation, Instant now) =>
        Check(invitation, now) is not (null or InvitationExpired) and { } ended ? ended : null;

    /// <summary>Why an address is not written to once more; null when it is.</summary>
    /// <param name="mails">How many mails of invitations the account wrote to it in the last 24 hours.</param>
    public static InvitationSentOften? CheckMails(int mails) => mails >= MostMails ? new InvitationSentOften(MostMails) : null;
}
