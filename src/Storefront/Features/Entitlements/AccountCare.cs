using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Entitlements;

/// <summary>What the house arranged for one account because of its plan (FLU-23, FEN-18).</summary>
public sealed class AccountCare
{
    public required AccountId AccountId { get; init; }

    /// <summary>The member of staff who looks after it; null for nobody yet.</summary>
    public UserId? ContactId { get; set; }

    /// <summary>Where its own channel is, such as a link; null when there is none yet.</summary>
    public string? DirectChannel { get; set; }

    public required Instant UpdatedAt { get; set; }
}
