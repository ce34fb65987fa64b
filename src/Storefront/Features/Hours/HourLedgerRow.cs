using Storefront.Domain.Shared;

namespace Storefront.Features.Hours;

/// <summary>What of an account's hours stands in no line of the ledger. Balance and last sequence are the last line's.</summary>
public sealed class HourLedgerRow
{
    public required AccountId AccountId { get; init; }

    /// <summary>Used advances of closed periods that are still to be repaid (FLU-08).</summary>
    public int OwedMinutes { get; set; }

    /// <summary>What approved quotes hold.</summary>
    public int HeldMinutes { get; set; }
}
