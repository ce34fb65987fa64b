using System.Globalization;
using NodaTime;
using Storefront.GraphQL.Subscriptions;

namespace Storefront.Features.Api;

/// <summary>
/// Something that happened. A stream without `after` begins with a SNAPSHOT; with `after` it goes on behind that sequence, or says
/// GAP and gives a SNAPSHOT where it cannot.
/// </summary>
/// <param name="Sequence">The event's place in the account's stream, from 1; a SNAPSHOT's is that of the last event it includes.</param>
/// <param name="At">When it happened.</param>
[InterfaceType("Event")]
public abstract record Event([property: GraphQLType("Long!")] long Sequence, Instant At) : IResumableEvent
{
    /// <summary>What happened.</summary>
    public abstract EventKind Kind { get; }

    // Who was cut off between GAP and its SNAPSHOT has to be given both again.
    string? IResumableEvent.EventId => Kind == EventKind.Gap ? null : Sequence.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What happened.</summary>
public enum EventKind
{
    /// <summary>The present state, to begin with.</summary>
    Snapshot,

    /// <summary>Events in between cannot be given any more: forget the state and take the SNAPSHOT that follows.</summary>
    Gap,

    /// <summary>A ticket was opened.</summary>
    TicketOpened,

    /// <summary>A message was added to a ticket.</summary>
    TicketReplied,

    /// <summary>A ticket's class was confirmed or changed.</summary>
    TicketClassified,

    /// <summary>A ticket's status changed.</summary>
    TicketStatusChanged,

    /// <summary>A ticket was given a day.</summary>
    TicketPlanned,

    /// <summary>A workaround was recorded.</summary>
    TicketWorkaroundRecorded,

    /// <summary>Work on a ticket was logged, or taken back.</summary>
    WorkLogged,

    /// <summary>A work log was questioned, or the question answered.</summary>
    WorkLogQuestioned,

    /// <summary>A quote was issued, decided, withdrawn, settled, or ran out.</summary>
    QuoteChanged,

    /// <summary>A target was met, is about to be missed, or was missed.</summary>
    TicketTargetChanged,

    /// <summary>A ticket's place in the queue changed.</summary>
    TicketQueueChanged,

    /// <summary>A ticket was rated.</summary>
    TicketRated,

    /// <summary>A ticket's analysis ended.</summary>
    TicketAnalysed,

    /// <summary>A ticket was turned down: it is outside support, or came by the wrong way.</summary>
    TicketTurnedDown,

    /// <summary>A quote was asked for, of what was turned down.</summary>
    TicketQuoteAsked,

    /// <summary>Priority was asked for.</summary>
    TicketPriorityAsked,

    /// <summary>The access without which work does not begin was granted.</summary>
    TicketAccessGranted,

    /// <summary>It was found out whether a ticket's work can be done.</summary>
    TicketViabilityAssessed,

    /// <summary>Somebody else takes part in a ticket, or no longer does.</summary>
    TicketPartyChanged,

    /// <summary>A third party wrote on a ticket.</summary>
    TicketThirdPartyWrote,

    /// <summary>A ticket was answered from the help centre, and nobody of the house wrote it.</summary>
    TicketAnsweredAutomatically,

    /// <summary>The customer said whether that answer was enough.</summary>
    TicketAutomaticAnswerJudged,

    /// <summary>A credential was shared with a ticket, taken back, or shown to staff.</summary>
    CredentialChanged,

    /// <summary>A meeting was agreed, moved or called off.</summary>
    MeetingChanged,

    /// <summary>A project was opened: its order was placed.</summary>
    ProjectOpened,

    /// <summary>What is paid of a project is another sum.</summary>
    ProjectPaymentChanged,

    /// <summary>A stage of a project began, ended, went back, or was not over in time.</summary>
    ProjectStageChanged,

    /// <summary>The customer was reminded of what a project waits for.</summary>
    ProjectReminded,

    /// <summary>The customer was told from when a project stands still.</summary>
    ProjectSuspensionAnnounced,

    /// <summary>A project stands still.</summary>
    ProjectSuspended,

    /// <summary>A project goes on again.</summary>
    ProjectResumed,

    /// <summary>An input of a project was handed over, accepted or returned.</summary>
    ProjectInputChanged,

    /// <summary>A task of a project was added, begun or finished.</summary>
    ProjectTaskChanged,

    /// <summary>Corrections of a project were asked for.</summary>
    ProjectRevisionAsked,

    /// <summary>A meeting of a project was booked or moved.</summary>
    ProjectMeetingBooked,

    /// <summary>A project was delivered.</summary>
    ProjectDelivered,

    /// <summary>The balance of a project is asked for.</summary>
    ProjectBalanceAsked,

    /// <summary>The expected delivery of a project is another one.</summary>
    ProjectExpectedChanged,

    /// <summary>A project was completed.</summary>
    ProjectCompleted,

    /// <summary>A document of a project was handed over, or a line of one was done.</summary>
    ProjectDocumentChanged,

    /// <summary>Access to what a project made was handed over, or shown.</summary>
    ProjectAccessChanged,

    /// <summary>The opinion about a project was asked for, or given.</summary>
    ProjectOpinionChanged,

    /// <summary>Something was asked for on a project, answered, quoted, decided or done.</summary>
    ProjectRequestChanged,

    /// <summary>The balance of hours changed.</summary>
    HoursChanged,

    /// <summary>The subscription changed: started, renewed, changed plan, paused, cancelled.</summary>
    SubscriptionChanged,

    /// <summary>An order or payment changed.</summary>
    PaymentChanged,

    /// <summary>Somebody was invited, joined, left or was removed, or may do something else.</summary>
    MembersChanged,

    /// <summary>Something else of the account changed.</summary>
    AccountChanged,
}
