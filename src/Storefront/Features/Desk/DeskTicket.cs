using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Inbound;
using Storefront.Features.Tickets;
using Storefront.Live;
using Storefront.Store.EventLog;

namespace Storefront.Features.Desk;

/// <summary>A ticket as the desk shows it.</summary>
/// <param name="Key">Where it is.</param>
/// <param name="Details">What its customer sees too.</param>
/// <param name="Customer">The account.</param>
/// <param name="SubscriptionStatus">Where the account's subscription stands; null without one.</param>
/// <param name="People">The account's members.</param>
/// <param name="OpenedBy">Name of who sent it.</param>
/// <param name="Assignee">Name of who took it; null when nobody has.</param>
/// <param name="Notes">What staff wrote for each other, in order.</param>
/// <param name="Events">What happened to it, as the customer sees it, in order.</param>
/// <param name="ClassReasons">Why the class was decided so, by the sequence of the event.</param>
/// <param name="Others">The account's other unfinished tickets.</param>
/// <param name="Steps">Where staff may send it now.</param>
public sealed record DeskTicket(
    TicketKey Key,
    TicketDetails Details,
    DeskAccount Customer,
    PlanSubscriptionStatus? SubscriptionStatus,
    IReadOnlyList<DeskPerson> People,
    string OpenedBy,
    string? Assignee,
    IReadOnlyList<StaffNoteView> Notes,
    IReadOnlyList<StoredEvent> Events,
    IReadOnlyDictionary<long, string> ClassReasons,
    IReadOnlyList<DeskEntry> Others,
    ImmutableArray<TicketStatus> Steps)
{
    public Ticket Ticket => Details.Ticket;

    /// <summary>Everything that was said and done, notes among staff included, in order; what fell on one instant in the order of the account's events.</summary>
    public IEnumerable<ConversationItem> Conversation
    {
        get
        {
            var said = Events.Where(stored => stored.Happened is TicketReplied)
                .ToDictionary(stored => ((TicketReplied)stored.Happened).MessageId, stored => (stored.Sequence, stored.At));
            return Details.Messages
                .Select(message => said.TryGetValue(message.Message.Id, out var reply)
                    ? (Item: new ConversationItem(reply.At, Message: message), Order: reply.Sequence)
                    : (Item: new ConversationItem(message.Message.At, Message: message), Order: 0))
                .Concat(Notes.Select(note => (Item: new ConversationItem(note.Note.At, Note: note), Order: long.MaxValue)))
                .Concat(Events.Where(stored => stored.Happened is not (Tickets.TicketOpened or TicketReplied or TicketThirdPartyWrote or Help.TicketAnsweredAutomatically))
                    .Select(stored => (Item: new ConversationItem(stored.At, Happened: stored.Happened, Reason: ClassReasons.GetValueOrDefault(stored.Sequence)), Order: stored.Sequence)))
                .OrderBy(entry => entry.Item.At).ThenBy(entry => entry.Order).Select(entry => entry.Item);
        }
    }
}

/// <summary>A note with its author's name.</summary>
public sealed record StaffNoteView(StaffNote Note, string Author);

/// <summary>One thing of a conversation: a message, a note among staff, or something that happened, with the house's reason if it gave one; the others are null.</summary>
public sealed record ConversationItem(
    Instant At, TicketMessageView? Message = null, StaffNoteView? Note = null, AccountEvent? Happened = null, string? Reason = null);

/// <summary>A member of a customer's account.</summary>
public sealed record DeskPerson(Domain.Shared.UserId Id, string Name, string? Email, MemberRole Role, int? ApprovalLimitMinutes);
