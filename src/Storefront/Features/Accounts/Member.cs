using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Accounts;

/// <summary>A user's place in an account.</summary>
public sealed class Member
{
    public required AccountId AccountId { get; init; }

    public required MemberId Id { get; init; }

    public required UserId UserId { get; init; }

    public required MemberRole Role { get; set; }

    /// <summary>Most minutes that the member may approve on one quote; null for no limit.</summary>
    public int? ApprovalLimitMinutes { get; set; }

    public required Instant JoinedAt { get; init; }
}
