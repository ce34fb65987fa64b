using System.Text.Json;
using Storefront.Features.Shared;
using Storefront.GraphQL.Types.Relay;

namespace Storefront.Features.Tickets;

/// <summary>The streams that pages about tickets follow.</summary>
public static class TicketStreams
{
    /// <summary>What happens to one ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="lastSequence">The account's last event that the page shows.</param>
    public static LiveStream Of(Ticket ticket, long lastSequence) => LiveStream.For(
        "subscription($ticketId: ID!, $after: Long) { ticketEvents(ticketId: $ticketId, after: $after) { sequence kind } }",
        JsonSerializer.Serialize(new { ticketId = NodeIdSerializer.Format("Ticket", ticket.Key) }, JsonSerializerOptions.Web),
        lastSequence);

    /// <summary>What happens to the whole account.</summary>
    public static LiveStream OfAccount(long lastSequence) => LiveStream.For(
        "subscription($after: Long) { accountEvents(after: $after) { sequence kind } }", "{}", lastSequence);
}
