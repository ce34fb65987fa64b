using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Tickets;
using Storefront.Features.Credentials;
using Storefront.Features.Desk;
using Storefront.Features.Help;
using Storefront.Features.Inbound;
using Storefront.Features.Meetings;
using Storefront.Features.Quotes;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Tickets.Intake;
using Storefront.Features.Work;
using Storefront.Live;
using Storefront.Store.EventLog;

namespace Storefront.Features.Tickets;

/// <summary>One thing that happened, as the timeline shows it.</summary>
/// <param name="At">When.</param>
/// <param name="Icon">Name of an icon.</param>
/// <param name="Text">In the reader's words.</param>
/// <param name="IsLate">Whether it is about a promise that was not kept.</param>
/// <param name="Reason">In the house's words; null when it gave none.</param>
public sealed record TimelineEntry(Instant At, string Icon, string Text, bool IsLate = false, string? Reason = null);

/// <summary>What has happened to a ticket, read from the account's log.</summary>
public sealed class TicketTimeline(EventLogReader log, ClassReasons reasons, TicketWords words, ReaderFormat format, IStringLocalizer<TicketsTexts> texts, QuoteWords quotes, IStringLocalizer<WorkTexts> work,
    IStringLocalizer<IntakeTexts> intake, IStringLocalizer<InboundTexts> inbound, IStringLocalizer<MeetingsTexts> meetings, IStringLocalizer<HelpTexts> help)
{
    private const int Most = 500;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var happened = await log.ReadAsync(ticket.AccountId, EventStream.Customer, after: 0, ticket.Id, Most, cancellationToken);
        var given = await reasons.ReadAsync(ticket, happened, cancellationToken);
        return [.. happened.Reverse().Select(stored => Entry(stored) is { } entry ? entry with { Reason = given.GetValueOrDefault(stored.Sequence) } : null).OfType<TimelineEntry>()];
    }

    private TimelineEntry? Entry(StoredEvent stored) => stored.Happened switch
    {
        TicketOpened opened => new(stored.At, "ticket", texts["Event.Opened", words.Class(opened.ProposedClassKey)]),
        TicketReplied { FromStaff: true } => new(stored.At, "chat", texts["Event.Replied.Staff"]),
        TicketReplied => new(stored.At, "chat", texts["Event.Replied.Customer"]),
        TicketClassified { Changed: false } confirmed => new(stored.At, "flag", texts["Event.Confirmed", words.Class(confirmed.ToClassKey)]),
        TicketClassified changed => new(
            stored.At, "flag", texts["Event.Classified", words.Class(changed.FromClassKey), words.Class(changed.ToClassKey)]),
        TicketStatusChanged moved => new(stored.At, IconOf(moved.To), words.Status(moved.To)),
        TicketPlanned planned => new(stored.At, "calendar", texts["Event.Planned", format.Date(planned.Day)]),
        TicketWorkaroundRecorded => new(stored.At, "bolt", texts["Event.Workaround"]),
        WorkLogged work => new(stored.At, "clock", texts["Event.WorkLogged", format.Minutes(work.Minutes)]),
        WorkReversed reversed => new(stored.At, "rollover", texts["Event.WorkReversed", format.Minutes(reversed.ChargedMinutes)]),
        TicketTargetMissed missed => new(
            stored.At, "alert", texts["Event.TargetMissed", words.Target(missed.Target), format.Moment(missed.DueAt)], IsLate: true),
        TicketTargetStarted => new(stored.At, "play", texts["Event.TurnCame"]),
        TicketQueueChanged => new(stored.At, "list", texts["Event.Reordered"]),
        TicketRated rated => new(stored.At, "star", texts["Event.Rated", words.Rating(rated.Rating)]),
        CredentialShared => new(stored.At, "key", texts["Event.CredentialShared"]),
        CredentialUnshared => new(stored.At, "key", texts["Event.CredentialUnshared"]),
        CredentialRevealed => new(stored.At, "eye", texts["Event.CredentialRevealed"]),
        TicketMeetingChanged changed => new(stored.At, "calendar", meetings[$"Event.Changed.{changed.Status}", format.Moment(changed.StartsAt)]),
        TicketAnalysed analysed => new(stored.At, "eye", intake[$"Event.Analysed.{analysed.Outcome}"]),
        TicketTurnedDown => new(stored.At, "info", intake["Event.TurnedDown"]),
        TicketQuoteAsked => new(stored.At, "receipt", intake["Event.QuoteAsked"]),
        TicketPriorityAsked => new(stored.At, "bolt", intake["Event.PriorityAsked"]),
        TicketAccessGranted => new(stored.At, "key", intake["Event.AccessGranted"]),
        TicketViabilityAssessed viability => new(stored.At, "eye", intake[$"Event.Viability.{viability.IsViable}"]),
        TicketPartyChanged party => new(stored.At, "user", inbound[$"Event.Party.{party.TakesPart}"]),
        TicketThirdPartyWrote => new(stored.At, "chat", inbound["Event.ThirdPartyWrote"]),
        QuoteLogged quoted => new(stored.At, "receipt", quotes.Describe(quoted)),
        WorkQuestioned => new(stored.At, "chat", work["Event.Questioned"]),
        WorkQuestionAnswered answered => new(stored.At, "chat", work[$"Event.Answered.{answered.Outcome}"]),
        TicketAnsweredAutomatically => new(stored.At, "info", help["Event.Answered"]),
        TicketAutomaticAnswerJudged judged => new(stored.At, "chat", help[judged.Solved ? "Event.Solved" : "Event.PersonWanted"]),
        _ => null,
    };

    private static string IconOf(TicketStatus status) => status switch
    {
        TicketStatus.InProgress => "play",
        TicketStatus.WaitingForCustomer or TicketStatus.AwaitingApproval => "pause",
        TicketStatus.Resolved or TicketStatus.Closed => "check",
        TicketStatus.Planned or TicketStatus.Scheduled => "calendar",
        TicketStatus.Assessing => "eye",
        TicketStatus.Open => "inbox",
    };
}
