using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects.Requests;

/// <summary>A ticket by which something about a project is followed: what went to sales, or a strong dispute (SEN-03, SEN-09).</summary>
public sealed class ProjectTicket
{
    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    public required ProjectId ProjectId { get; init; }

    /// <summary>The ticket's number in the house.</summary>
    public required int Number { get; init; }

    /// <summary>The customer's request that it is about; null for what staff sent to sales.</summary>
    public ProjectRequestId? RequestId { get; init; }

    public required Instant OpenedAt { get; init; }
}
