using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;

namespace Storefront.Features.Accounts;

/// <summary>A customer company. Its row is the lock under which everything of the account changes.</summary>
public sealed class Account
{
    public required AccountId Id { get; init; }

    public required string Name
    {
        get;
        set => (field, FoldedName) = (value, FoldedText.Of(value));
    }

    /// <summary>The name as it is searched, see <see cref="FoldedText"/>.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>Key of the house that serves it.</summary>
    public required string House { get; init; }

    /// <summary>BCP 47 tag of what is sent to the account as a whole.</summary>
    public required string Language { get; set; }

    /// <summary>IANA name of the zone in which its members read times.</summary>
    public required string TimeZone { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>What the next event of the customer's stream will be numbered; from 1, without gaps.</summary>
    public long NextSequence { get; set; } = 1;

    /// <summary>The same for staff's stream.</summary>
    public long NextStaffSequence { get; set; } = 1;

    /// <summary>Set by staff and never shown to customers (SEN-02).</summary>
    public bool IsDelicate { get; set; }

    /// <summary>The customer at Stripe; null before the first payment by card.</summary>
    public string? StripeCustomerId { get; set; }

    /// <summary>When personal data was removed on the customer's wish (FLU-25).</summary>
    public Instant? ErasedAt { get; set; }
}
