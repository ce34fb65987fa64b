using NodaTime;

namespace Storefront.Domain.Accounts;

/// <summary>Where an invitation stands.</summary>
/// <param name="ExpiresAt">From then on it cannot be accepted.</param>
/// <param name="AcceptedAt">When it was; null for not.</param>
/// <param name="WithdrawnAt">When it was taken back, or another took its place; null for not.</param>
public readonly record struct InvitationState(Instant ExpiresAt, Instant? AcceptedAt, Instant? WithdrawnAt)
{
    /// <summary>Whether somebody can still come by it.</summary>
    public bool IsOpen(Instant now) => InvitationRules.Check(this, now) is null;
}
