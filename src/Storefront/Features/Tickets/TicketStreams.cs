using System.Text.Json;
using Storefront.Features.Shared;
using Storefront.GraphQL.Types.Relay;

namespace Storefront.Features.Tickets;

/// <summary>The streams that pages about tickets follow.</summary>
public static class TicketStreams
{
    /// <summary>What happens to one ticket, and to its place in the queue.</summary>
    /// <param name="details">The ticket as the page shows it.</param>
    public static LiveStream Of(TicketDetails details) => LiveStream.For(
        "subscription($ticketId: ID!, $after: Long, $mark: String) { ticketEvents(ticketId: $ticketId, after: $after, queueMark: $mark) { sequence kind } }",
        JsonSerializer.Serialize(
            new { ticketId = NodeIdSerializer.Format("Ticket", details.Ticket.Key), mark = details.QueueMark }, JsonSerializerOptions.Web),
        details.LastSequence);

    /// <summary>What happens to the whole account, and to the places of its tickets in the queue.</summary>
    /// <param name="list">What the page shows.</param>
    public static LiveStream OfAccount(TicketList list) => LiveStream.For(
        "subscription($after: Long, $mark: String) { accountEvents(after: $after, queueMark: $mark) { sequence kind } }",
        JsonSerializer.Serialize(new { mark = list.QueueMark }, JsonSerializerOptions.Web),
        list.LastSequence);
}
