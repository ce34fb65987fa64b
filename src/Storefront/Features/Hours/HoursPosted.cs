using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Features.Hours;

/// <summary>A line was added to the hour ledger.</summary>
/// <param name="EntryId">The line.</param>
/// <param name="EntrySequence">Its place in the ledger.</param>
/// <param name="EntryKind">What it is.</param>
/// <param name="Minutes">Added or, negative, taken.</param>
/// <param name="BalanceAfter">What there was after it.</param>
/// <param name="TicketId">The ticket that it belongs to, if any.</param>
[EventType("hours.posted")]
public sealed record HoursPosted(
    HourEntryId EntryId, long EntrySequence, HourEntryKind EntryKind, int Minutes, int BalanceAfter, TicketId? TicketId) : AccountEvent;
