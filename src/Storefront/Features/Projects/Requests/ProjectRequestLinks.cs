using NodaTime;
using Storefront.Domain.Orders;

namespace Storefront.Features.Projects.Requests;

/// <summary>Where a request leads: what pays it, what it became, what follows it.</summary>
/// <param name="OrderReference">The order that pays it; null for none.</param>
/// <param name="OrderStatus">Where that order stands.</param>
/// <param name="NewProject">Number of the project that it became; null where it became none.</param>
/// <param name="Ticket">Number of the ticket that follows it; null for none.</param>
/// <param name="MeetingAt">When the meeting about it begins; null for none, or one that was called off.</param>
public sealed record ProjectRequestLinks(string? OrderReference, OrderStatus? OrderStatus, int? NewProject, int? Ticket, Instant? MeetingAt)
{
    public static readonly ProjectRequestLinks None = new(null, null, null, null, null);
}
