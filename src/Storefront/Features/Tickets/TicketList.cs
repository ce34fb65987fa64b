using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>A page of an account's tickets.</summary>
/// <param name="Tickets">Unfinished ones first, then by when something last happened.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
/// <param name="LastSequence">The account's last event that this shows.</param>
/// <param name="QueueMark">The places of the account's tickets, as <see cref="HouseQueue.MarkOf"/> writes them.</param>
public sealed record TicketList(IReadOnlyList<TicketLine> Tickets, TicketPosition? Next, long LastSequence, string QueueMark);

/// <summary>A ticket in a list.</summary>
/// <param name="Ticket">The row, not tracked.</param>
/// <param name="Place">Its place in the queue; null when it is not in it.</param>
public sealed record TicketLine(Ticket Ticket, QueuePlace? Place);

/// <summary>A place in the order of lists, which stays right while tickets are added.</summary>
/// <param name="Finished">Whether among the resolved and closed.</param>
/// <param name="UpdatedAt">When something last happened to the ticket before.</param>
/// <param name="Number">Its number.</param>
public sealed record TicketPosition(bool Finished, Instant UpdatedAt, int Number);

/// <summary>A ticket with all that its customer may see.</summary>
/// <param name="Ticket">The row, not tracked.</param>
/// <param name="State">As rules know it.</param>
/// <param name="Targets">How its promises stand.</param>
/// <param name="Place">Its place in the queue; null when it is not in it.</param>
/// <param name="ExpectedStart">When work begins at the latest, as far as is promised; null when nothing is.</param>
/// <param name="Window">Between when and when work is expected to begin; null when it runs, or nothing can be said.</param>
/// <param name="Messages">In order.</param>
/// <param name="WorkLogs">In order.</param>
/// <param name="LastSequence">The account's last event that this shows.</param>
/// <param name="QueueMark">Its place, as <see cref="HouseQueue.MarkOf"/> writes it.</param>
public sealed record TicketDetails(
    Ticket Ticket,
    TicketState State,
    IReadOnlyList<TargetProgress> Targets,
    QueuePlace? Place,
    Instant? ExpectedStart,
    StartWindow? Window,
    IReadOnlyList<TicketMessageView> Messages,
    IReadOnlyList<WorkLogView> WorkLogs,
    long LastSequence,
    string QueueMark);

/// <summary>A message with its author's name and its files.</summary>
public sealed record TicketMessageView(TicketMessage Message, string Author, IReadOnlyList<Attachments.Attachment> Attachments);

/// <summary>Work with who did it.</summary>
public sealed record WorkLogView(WorkLog Log, string Staff);

/// <summary>Where a ticket is found: whose it is, and its id there.</summary>
public sealed record TicketKey(AccountId AccountId, TicketId Id);
