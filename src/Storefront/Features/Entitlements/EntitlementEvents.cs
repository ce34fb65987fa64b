using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Features.Entitlements;

/// <summary>Staff marked the account as delicate or took the mark away; it stands in staff's stream only (SEN-02).</summary>
[EventType("account.marked")]
public sealed record AccountMarked(AccountMarkId MarkId, bool IsDelicate, UserId StaffId) : AccountEvent;

/// <summary>The house arranged who looks after the account, or where its own channel is.</summary>
[EventType("account.care-arranged")]
public sealed record AccountCareArranged(UserId? ContactId, bool HasDirectChannel) : AccountEvent;
