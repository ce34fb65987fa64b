using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Features.Hours.Charging;

/// <summary>A ticket was closed with work beyond the included hours (FEN-12).</summary>
/// <param name="OverageId">The line.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="Minutes">What did not fit.</param>
/// <param name="Net">Net amount in minor units.</param>
/// <param name="Currency">ISO 4217.</param>
[EventType("hours.overage-recorded")]
public sealed record HourOverageRecorded(OverageId OverageId, TicketId TicketId, int Minutes, long Net, string Currency) : AccountEvent, ITicketEvent;
