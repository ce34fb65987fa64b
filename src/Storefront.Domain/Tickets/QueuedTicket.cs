using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>What the queue knows of a ticket.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Number">Its number in the house, unique.</param>
/// <param name="ClassRank">1 is the most severe.</param>
/// <param name="PlanPriority">The priority of the customer's plan, the highest first; 0 without one.</param>
/// <param name="JoinedAt">When it joined, or the arrival that its customer gave it among its own.</param>
public sealed record QueuedTicket(TicketId Id, int Number, int ClassRank, int PlanPriority, Instant JoinedAt);

/// <summary>A place in the queue and why it is no better (FLU-13).</summary>
/// <param name="Position">From 1, the next to be begun.</param>
/// <param name="MoreSevereAhead">Tickets before it because of their class.</param>
/// <param name="HigherPlanAhead">Tickets before it because of the customer's plan.</param>
/// <param name="EarlierAhead">Tickets before it because they came first.</param>
public sealed record QueuePlace(int Position, int MoreSevereAhead, int HigherPlanAhead, int EarlierAhead)
{
    public int Ahead => Position - 1;
}
