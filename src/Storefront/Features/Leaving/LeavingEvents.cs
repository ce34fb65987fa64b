using Storefront.Domain.Shared;
using Storefront.Features.Members;
using Storefront.Store.EventLog;

namespace Storefront.Features.Leaving;

/// <summary>An owner took everything of the account along.</summary>
[EventType("account.exported")]
public sealed record AccountExported(UserId By) : AccountEvent;

/// <summary>Personal data of the account was removed (FLU-25).</summary>
[EventType("account.erased")]
public sealed record AccountErased(UserId By) : AccountEvent;

/// <summary>A person left the account and its data was removed.</summary>
[EventType("account.member-erased")]
public sealed record MemberErased(UserId Member) : MemberLogged;
