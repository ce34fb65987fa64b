using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store.Outbox;

namespace Storefront.Features.Inbound;

/// <summary>What became of a message, to be written down with what is answered.</summary>
/// <param name="State">Where it ended.</param>
/// <param name="Reason">Why it became no part of a ticket; null when it did.</param>
/// <param name="Ticket">The ticket that it opened or belongs to.</param>
/// <param name="Message">Its place in the conversation; null for one that opened a ticket, which has only that one.</param>
/// <param name="ChannelKey">The channel that its message is marked with.</param>
/// <param name="Answer">What is answered at once; null for nothing.</param>
internal sealed record InboundOutcome(
    InboundState State,
    InboundReason? Reason = null,
    TicketKey? Ticket = null,
    TicketMessageId? Message = null,
    string? ChannelKey = null,
    Mail? Answer = null)
{
    public static InboundOutcome Dropped(InboundReason reason) => new(InboundState.Dropped, reason);

    public static InboundOutcome Held(InboundReason reason) => new(InboundState.Held, reason);
}
