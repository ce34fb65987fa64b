using System.Collections.Immutable;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Desk.Lists;

/// <summary>Where several tickets can be sent at once.</summary>
public static class BulkSteps
{
    /// <summary>All but what needs a day or a quote of its own.</summary>
    public static readonly ImmutableArray<TicketStatus> All =
    [
        TicketStatus.InProgress,
        TicketStatus.Assessing,
        TicketStatus.WaitingForCustomer,
        TicketStatus.Resolved,
        TicketStatus.Closed,
        TicketStatus.Open,
    ];
}
