using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Desk.Lists;

/// <summary>One thing that is done to several tickets.</summary>
public abstract record BulkChange
{
    /// <summary>Gives them to somebody.</summary>
    /// <param name="To">A member of staff; null for nobody.</param>
    public sealed record Assign(UserId? To) : BulkChange;

    /// <summary>Confirms of each the class that it has.</summary>
    public sealed record ConfirmClass : BulkChange;

    /// <summary>Sends each to a status.</summary>
    public sealed record Move(TicketStatus To) : BulkChange;
}

/// <summary>What came of one of several tickets.</summary>
/// <param name="Number">The ticket's.</param>
/// <param name="Refusal">Why it was left as it is; null when it was done, or was so already.</param>
public sealed record BulkOutcome(int Number, Refusal? Refusal);
