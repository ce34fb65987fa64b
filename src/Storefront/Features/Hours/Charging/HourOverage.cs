using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Hours.Charging;

/// <summary>Work of a closed ticket beyond the included hours, priced at the rate of the plan that was in force then (FEN-12).</summary>
public sealed class HourOverage
{
    public required AccountId AccountId { get; init; }

    public required OverageId Id { get; init; }

    public required TicketId TicketId { get; init; }

    /// <summary>The plan whose rate it is.</summary>
    public required string PlanKey { get; init; }

    /// <summary>Minutes of work that did not fit; below zero for those that were taken back after they had been priced.</summary>
    public required int WorkMinutes { get; init; }

    /// <summary>Minutes of the ticket's least charge that did not fit (FEN-10).</summary>
    public required int TopUpMinutes { get; init; }

    /// <summary>Net, for an hour.</summary>
    public required Money HourlyRate { get; init; }

    /// <summary>Net, rounded once, halves up; below zero for a credit.</summary>
    public required Money Net { get; init; }

    public required Money Tax { get; init; }

    public required Instant ClosedAt { get; init; }

    /// <summary>When it was put on an invoice; null while it waits for one.</summary>
    public Instant? BilledAt { get; set; }

    /// <summary>The order that it became; null for what is on an invoice, or waits.</summary>
    public OrderId? OrderId { get; set; }

    public int Minutes => WorkMinutes + TopUpMinutes;

    public Money Total => Net + Tax;
}
