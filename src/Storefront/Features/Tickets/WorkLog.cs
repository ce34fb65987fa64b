using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Tickets;

/// <summary>Time that staff worked on a ticket.</summary>
public sealed class WorkLog
{
    public required AccountId AccountId { get; init; }

    public required WorkLogId Id { get; init; }

    public required TicketId TicketId { get; init; }

    public required UserId StaffId { get; init; }

    /// <summary>Minutes worked, from 1.</summary>
    public required int Minutes { get; init; }

    /// <summary>Minutes that it costs: none where the work is free, more where it counts double.</summary>
    public required int ChargedMinutes { get; set; }

    /// <summary>How many of them did not fit into the included hours, and are billed when the ticket closes (FEN-12).</summary>
    public int OverageMinutes { get; set; }

    /// <summary>How often its charge was judged anew after the ticket's class changed (FEN-11).</summary>
    public int ChargeRevision { get; set; }

    /// <summary>What was done, in words for the customer.</summary>
    public required string Note { get; set; }

    /// <summary>When the work ended.</summary>
    public required Instant WorkedAt { get; init; }

    public required Instant LoggedAt { get; init; }

    /// <summary>Unique in the account.</summary>
    public required string IdempotencyKey { get; init; }

    public Instant? ReversedAt { get; set; }

    /// <summary>How many of the minutes were worked while the house was closed (FEN-11).</summary>
    public int OnCallMinutes { get; set; }

    /// <summary>The quote under which it was done; null where it needed none.</summary>
    public QuoteId? QuoteId { get; set; }

    /// <summary>Whether its quote is settled in money, so that it takes no hours.</summary>
    public bool InMoney { get; set; }

    /// <summary>Whether it costs the customer something.</summary>
    public bool IsBillable => InMoney || ChargedMinutes > 0;
}
