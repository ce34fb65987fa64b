using NodaTime;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;

namespace Storefront.Features.Members;

/// <summary>Somebody who was asked into an account by mail. Whoever opens the mail's link has the address, so it needs no other confirmation.</summary>
public sealed class Invitation
{
    public required AccountId AccountId { get; init; }

    public required InvitationId Id { get; init; }

    /// <summary>As <see cref="InvitedAddress"/> writes it.</summary>
    public required string Email { get; init; }

    /// <summary>What whoever accepts will be.</summary>
    public required MemberRole Role { get; set; }

    /// <inheritdoc cref="Member.ApprovalLimitMinutes"/>
    public int? ApprovalLimitMinutes { get; set; }

    /// <summary>SHA-256 of what the link shows; sent again, it is another one.</summary>
    public required byte[] CodeHash { get; set; }

    /// <summary>The owner who asked last; the invitation is worth nothing when it is none any more.</summary>
    public required UserId InvitedBy { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>When the last mail was written; when it was made, where no mail carries it yet.</summary>
    public required Instant SentAt { get; set; }

    public required Instant ExpiresAt { get; set; }

    public Instant? AcceptedAt { get; set; }

    public UserId? AcceptedBy { get; set; }

    public Instant? WithdrawnAt { get; set; }

    /// <summary>Whether nobody accepted it or took it back; its time may be over.</summary>
    public bool IsPending => AcceptedAt is null && WithdrawnAt is null;

    public InvitationState State => new(ExpiresAt, AcceptedAt, WithdrawnAt);

    public InvitationKey Key => new(AccountId, Id);
}

/// <summary>Where an invitation is found: whose it is, and its id there.</summary>
public readonly record struct InvitationKey(AccountId AccountId, InvitationId Id);
