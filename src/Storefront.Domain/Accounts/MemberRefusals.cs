using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Accounts;

/// <summary>An account without an owner would be nobody's.</summary>
public sealed record LastOwner : Refusal
{
    public override string Code => "LAST_OWNER";
}

/// <summary>The approval limit is below the least or above the most that it can be.</summary>
/// <param name="LeastMinutes">The least, in minutes.</param>
/// <param name="MostMinutes">The most, in minutes.</param>
public sealed record ApprovalLimitNotValid(int LeastMinutes, int MostMinutes) : Refusal
{
    public override string Code => "APPROVAL_LIMIT_NOT_VALID";
}

/// <summary>A viewer approves nothing, so there is nothing to limit.</summary>
public sealed record ViewerApprovesNothing : Refusal
{
    public override string Code => "VIEWER_APPROVES_NOTHING";
}

/// <summary>Whoever is invited belongs to the account already.</summary>
public sealed record AlreadyMember : Refusal
{
    public override string Code => "ALREADY_MEMBER";
}

/// <summary>The account has as many people as it may, those invited included.</summary>
/// <param name="Most">That many.</param>
public sealed record TooManyMembers(int Most) : Refusal
{
    public override string Code => "TOO_MANY_MEMBERS";
}

/// <summary>As many invitations are open as may be.</summary>
/// <param name="Most">That many.</param>
public sealed record TooManyInvitations(int Most) : Refusal
{
    public override string Code => "TOO_MANY_INVITATIONS";
}

/// <summary>As many invitation mails were sent within 24 hours as may be.</summary>
/// <param name="Most">That many.</param>
public sealed record InvitationsADayReached(int Most) : Refusal
{
    public override string Code => "INVITATIONS_A_DAY_REACHED";
}

/// <summary>The address was invited as often within 24 hours as it may be.</summary>
/// <param name="Most">That often.</param>
public sealed record InvitationSentOften(int Most) : Refusal
{
    public override string Code => "INVITATION_SENT_OFTEN";
}

/// <summary>The invitation was accepted already.</summary>
public sealed record InvitationUsed : Refusal
{
    public override string Code => "INVITATION_USED";
}

/// <summary>The invitation was taken back, or a newer one took its place.</summary>
public sealed record InvitationWithdrawn : Refusal
{
    public override string Code => "INVITATION_WITHDRAWN";
}

/// <summary>The invitation was not accepted in time.</summary>
/// <param name="ExpiredAt">When it ended.</param>
public sealed record InvitationExpired(Instant ExpiredAt) : Refusal
{
    public override string Code => "INVITATION_EXPIRED";
}

/// <summary>The invitation is somebody else's than who is signed in.</summary>
/// <param name="Email">Whose it is.</param>
public sealed record InvitationForAnother(string Email) : Refusal
{
    public override string Code => "INVITATION_FOR_ANOTHER";
}

/// <summary>The address has a sign-in: its password is asked for first.</summary>
public sealed record SignInFirst : Refusal
{
    public override string Code => "SIGN_IN_FIRST";
}

/// <summary>Who works for the house belongs to no customer.</summary>
public sealed record StaffCannotJoin : Refusal
{
    public override string Code => "STAFF_CANNOT_JOIN";
}
