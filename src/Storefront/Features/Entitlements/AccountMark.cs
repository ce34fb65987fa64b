using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Entitlements;

/// <summary>Staff marked an account as delicate, or took the mark away. Nothing of it ever reaches a customer (SEN-02).</summary>
public sealed class AccountMark
{
    public required AccountId AccountId { get; init; }

    public required AccountMarkId Id { get; init; }

    /// <summary>Whether it is delicate from then on.</summary>
    public required bool IsDelicate { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who wrote it.</summary>
    public required UserId StaffId { get; init; }

    public required Instant At { get; init; }
}
