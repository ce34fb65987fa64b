using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;

namespace Storefront.Features.Hours;

/// <summary>A line of the hour ledger as it is shown.</summary>
/// <param name="Id">Its id in the account.</param>
/// <param name="Sequence">Its place in the ledger, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Minutes">Added or, negative, taken.</param>
/// <param name="BalanceAfter">What there was after it.</param>
/// <param name="At">When it counts from.</param>
/// <param name="Cause">Why.</param>
/// <param name="Note">Staff's words, if any.</param>
/// <param name="Ticket">The ticket that it belongs to, if any.</param>
/// <param name="ExpiresAt">When what it added ends.</param>
public sealed record HourLine(
    HourEntryId Id,
    long Sequence,
    HourEntryKind Kind,
    int Minutes,
    int BalanceAfter,
    Instant At,
    HourCauseKind Cause,
    string? Note,
    HourLineTicket? Ticket,
    Instant? ExpiresAt);

/// <summary>The ticket of a line.</summary>
public sealed record HourLineTicket(TicketId Id, int Number, string Subject);
