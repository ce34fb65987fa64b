using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store.EventLog;

namespace Storefront.Features.Members;

/// <summary>Something that happened to an account's people.</summary>
public abstract record MemberLogged : AccountEvent;

/// <summary>Somebody was asked into the account, or asked again.</summary>
[EventType("member.invited")]
public sealed record MemberInvited(InvitationId Invitation, MemberRole Role, int? LimitMinutes, UserId By) : MemberLogged;

/// <summary>An invitation was taken back.</summary>
[EventType("member.invitation-withdrawn")]
public sealed record InvitationTakenBack(InvitationId Invitation, UserId By) : MemberLogged;

/// <summary>An invitation was accepted.</summary>
[EventType("member.joined")]
public sealed record MemberJoined(UserId Member, MemberRole Role, int? LimitMinutes, InvitationId Invitation) : MemberLogged;

/// <summary>A member may do other things.</summary>
[EventType("member.role-changed")]
public sealed record MemberRoleChanged(UserId Member, MemberRole From, MemberRole To, UserId By) : MemberLogged;

/// <summary>A member may approve another amount; null is no limit.</summary>
[EventType("member.limit-changed")]
public sealed record MemberLimitChanged(UserId Member, int? FromMinutes, int? ToMinutes, UserId By) : MemberLogged;

/// <summary>An owner took somebody out of the account.</summary>
[EventType("member.removed")]
public sealed record MemberRemoved(UserId Member, UserId By) : MemberLogged;

/// <summary>Somebody left the account.</summary>
[EventType("member.left")]
public sealed record MemberLeft(UserId Member) : MemberLogged;
