using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Credentials;

/// <summary>What opens a customer's system: kept encrypted, and read by nobody but the staff of a ticket that it was shared with (FLU-24).</summary>
public sealed class Credential
{
    public required AccountId AccountId { get; init; }

    public required CredentialId Id { get; init; }

    /// <summary>By which the customer knows it, such as <c>Admin of the shop</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is used; null when it goes without saying.</summary>
    public string? Address { get; init; }

    /// <summary>The <see cref="CredentialContent"/> as <see cref="CredentialSafe"/> closed it.</summary>
    public required byte[] Content { get; init; }

    public required Instant StoredAt { get; init; }
}

/// <summary>That the staff of a ticket may see a credential.</summary>
public sealed class CredentialShare
{
    public required AccountId AccountId { get; init; }

    public required CredentialId CredentialId { get; init; }

    public required TicketId TicketId { get; init; }

    /// <summary>When it was, the last time: each time it can be seen once.</summary>
    public required Instant SharedAt { get; set; }
}

/// <summary>One time that a credential was shown. It stays when the credential is deleted, so that the customer can still read who saw it.</summary>
public sealed class CredentialReveal
{
    public required AccountId AccountId { get; init; }

    public required CredentialRevealId Id { get; init; }

    public required CredentialId CredentialId { get; init; }

    /// <summary>Its name, which outlives it.</summary>
    public required string CredentialName { get; init; }

    public required TicketId TicketId { get; init; }

    /// <summary>Who saw it.</summary>
    public required UserId StaffId { get; init; }

    public required Instant At { get; init; }
}
