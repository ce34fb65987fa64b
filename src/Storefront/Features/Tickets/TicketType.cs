using System.Globalization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.Hosting.Viewers;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Tickets;

/// <summary>Work that was asked for, as the customer sees it.</summary>
[ObjectType<Ticket>("Ticket")]
public static class TicketType
{
    public static void Configure(IObjectTypeDescriptor<Ticket> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(ticket => ticket.Number);
        descriptor.Field(ticket => ticket.Subject);
        descriptor.Field(ticket => ticket.Status);
        descriptor.Field(ticket => ticket.ClassConfirmed);
        descriptor.Field(ticket => ticket.ClassReason);
        descriptor.Field(ticket => ticket.Urgency);
        descriptor.Field(ticket => ticket.Impact);
        descriptor.Field(ticket => ticket.OpenedAt);
        descriptor.Field(ticket => ticket.UpdatedAt);
        descriptor.Field(ticket => ticket.PlannedFor);
        descriptor.Field(ticket => ticket.StartedAt);
        descriptor.Field(ticket => ticket.WorkaroundAt);
        descriptor.Field(ticket => ticket.ResolvedAt);
        descriptor.Field(ticket => ticket.ClosedAt);
        descriptor.Field(ticket => ticket.ChargedMinutes);
        descriptor.Field(ticket => ticket.Rating);
    }

    /// <summary>The ticket's id, opaque.</summary>
    public static TicketKey GetId([Parent] Ticket ticket) => ticket.Key;

    [NodeResolver]
    [Authorize(Scopes = [TicketScopes.Read])]
    public static Task<Ticket?> FindTicketAsync(
        TicketKey key, [GlobalState(Api.ApiViewer.Key)] Viewer? viewer, TicketByKeyDataLoader tickets, CancellationToken cancellationToken) =>
        viewer is not null && viewer.MaySee(key.AccountId) ? tickets.LoadAsync(key, cancellationToken) : Task.FromResult<Ticket?>(null);

    /// <summary>The sort of work.</summary>
    public static TicketKind Kind([Parent] Ticket ticket, Handbook handbook) =>
        handbook.Tickets.FindKind(ticket.KindKey) ?? new TicketKind(ticket.KindKey, handbook.Plain(ticket.KindKey));

    /// <summary>How severe it is: as proposed, until the house confirms or changes it.</summary>
    public static TicketClass Class([Parent] Ticket ticket, Handbook handbook) => ClassOf(ticket.ClassKey, ticket.ClassRank, handbook);

    /// <summary>The class that the customer's answers proposed.</summary>
    public static TicketClass ProposedClass([Parent] Ticket ticket, Handbook handbook) => ClassOf(ticket.ProposedClassKey, ticket.ClassRank, handbook);

    /// <summary>Each time that the house confirmed or changed the class, in order, with the reason that it gave.</summary>
    [ListSize(AssumedSize = 3)]
    public static async Task<IReadOnlyList<TicketClassDecision>> ClassDecisionsAsync(
        [Parent] Ticket ticket, TicketClassDecisionsDataLoader decisions, Handbook handbook, CancellationToken cancellationToken)
    {
        var decided = await decisions.LoadAsync(ticket.Key, cancellationToken) ?? [];
        var reasons = ClassReasons.Of(ticket, decided);
        return
        [
            .. decided.Select(each => new TicketClassDecision(
                each.At,
                ClassOf(each.Happened.FromClassKey, ticket.ClassRank, handbook),
                ClassOf(each.Happened.ToClassKey, ticket.ClassRank, handbook),
                each.Happened.Changed,
                reasons.GetValueOrDefault(each.Sequence))),
        ];
    }

    /// <summary>The shop platform that it is about; null when none was named.</summary>
    public static Platform? Platform([Parent] Ticket ticket, Handbook handbook) =>
        handbook.Platforms.FirstOrDefault(platform => platform.Key == ticket.Platform);

    /// <summary>When it joins the queue; null when it is not scheduled.</summary>
    public static Instant? ScheduledFor([Parent] Ticket ticket) => ticket.Status == TicketStatus.Scheduled ? ticket.JoinsAt : null;

    /// <summary>Its place in the queue; null when it is not in it.</summary>
    public static async Task<TicketQueueView?> QueueAsync(
        [Parent] Ticket ticket,
        TicketPlaceDataLoader places,
        TicketSegmentsDataLoader segments,
        TicketTermsDataLoader terms,
        TicketWords words,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        if (await places.LoadAsync(ticket, cancellationToken) is not var (place, pace))
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var state = ticket.ToDomain(await segments.LoadAsync(ticket.Key, cancellationToken) ?? []);
        var sold = await terms.LoadAsync((ticket.AccountId, ticket.HandbookVersion), cancellationToken);
        var targets = sold!.Of(state, now);
        var start = ExpectedStart.Of(state, targets, sold.Calendar, now);
        var window = ExpectedStart.WindowOf(state, targets, place, pace, sold.Calendar, now);
        return new TicketQueueView(place.Position, place.Ahead, words.Reason(place), start, TicketStartWindow.Of(window));
    }

    /// <summary>What the house promised for the ticket and by when, in the house's order.</summary>
    [ListSize(AssumedSize = 4)]
    public static async Task<IReadOnlyList<TicketTargetView>> TargetsAsync(
        [Parent] Ticket ticket,
        TicketSegmentsDataLoader segments,
        TicketTermsDataLoader terms,
        ExpectedTurnsDataLoader turns,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var state = ticket.ToDomain(await segments.LoadAsync(ticket.Key, cancellationToken) ?? []);
        var sold = await terms.LoadAsync((ticket.AccountId, ticket.HandbookVersion), cancellationToken);
        var expected = ticket.WaitsForTurn ? await turns.LoadAsync(ticket.AccountId, cancellationToken) : null;
        var from = expected?.TryGetValue(ticket.Id, out var turn) == true ? turn : (Instant?)null;
        return [.. sold!.Of(state, now).Expecting(from).Select(target => TicketTargetView.Of(target, sold.Calendar, now))];
    }

    /// <summary>What was asked for from the house's catalogue; null for anything else.</summary>
    public static AddOn? AddOn([Parent] Ticket ticket, Handbook handbook) => handbook.AddOns.FirstOrDefault(known => known.Key == ticket.AddOnKey);

    /// <summary>The conversation, in order.</summary>
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<TicketMessageView>> MessagesAsync(
        [Parent] Ticket ticket, TicketMessagesDataLoader messages, CancellationToken cancellationToken) =>
        await messages.LoadAsync(ticket.Key, cancellationToken) ?? [];

    /// <summary>All files of the conversation, in order.</summary>
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<Attachment>> AttachmentsAsync(
        [Parent] Ticket ticket, TicketMessagesDataLoader messages, CancellationToken cancellationToken) =>
        [.. (await messages.LoadAsync(ticket.Key, cancellationToken) ?? []).SelectMany(message => message.Attachments)];

    /// <summary>The work done on it, in order.</summary>
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<WorkLogView>> WorkLogsAsync(
        [Parent] Ticket ticket, TicketWorkLogsDataLoader logs, CancellationToken cancellationToken) =>
        await logs.LoadAsync(ticket.Key, cancellationToken) ?? [];

    /// <summary>The last thing that happened to it; null where there is none.</summary>
    public static async Task<TicketStreamEvent?> LastEventAsync([Parent] Ticket ticket, TicketEventDataLoader events, CancellationToken cancellationToken) =>
        await events.LoadAsync((ticket.AccountId, ticket.LastSequence), cancellationToken) is { } stored ? TicketStreamEvent.Of(stored) : null;

    /// <summary>What has happened to it, in order.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="log">The log.</param>
    /// <param name="after">Only what came after that sequence; null for all.</param>
    /// <param name="first">At most so many, from 1 to 200.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [ListSize(SlicingArguments = ["first"], SlicingArgumentDefaultValue = 50, RequireOneSlicingArgument = false)]
    public static async Task<IReadOnlyList<TicketStreamEvent>> EventsAsync(
        [Parent] Ticket ticket, EventLogReader log, long? after, int first = 50, CancellationToken cancellationToken = default)
    {
        var stored = await log.ReadAsync(
            ticket.AccountId, EventStream.Customer, after ?? 0, ticket.Id, Math.Clamp(first, 1, EventLogReader.MostAtOnce), cancellationToken);
        return [.. stored.Select(TicketStreamEvent.Of)];
    }

    private static TicketClass ClassOf(string key, int rank, Handbook handbook) =>
        handbook.Tickets.FindClass(key) ?? new TicketClass(key, rank, handbook.Plain(key), handbook.Plain(key));

    // A key that the handbook no longer has is all there is to say.
    private static LocalizedText Plain(this Handbook handbook, string text) => new((handbook.DefaultLanguage, text));
}

/// <summary>A message that both sides see.</summary>
[ObjectType<TicketMessageView>("TicketMessage")]
public static class TicketMessageType
{
    public static void Configure(IObjectTypeDescriptor<TicketMessageView> descriptor)
    {
        descriptor.Description("A message on a ticket.").BindFieldsExplicitly();
        descriptor.Field(message => message.Author).Description("Who wrote it; empty for somebody who was erased, and where nobody did.");
        descriptor.Field(message => message.Attachments).Description("Its files, in order.").ListSize(3);
    }

    /// <summary>The message's id.</summary>
    [ID]
    public static Guid Id([Parent] TicketMessageView message) => message.Message.Id.Value;

    /// <summary>The text in Markdown, as it was written.</summary>
    public static string Body([Parent] TicketMessageView message) => message.Message.Body;

    /// <summary>The text as HTML that is safe to show.</summary>
    public static string BodyHtml([Parent] TicketMessageView message)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        Shared.Formatting.MarkdownText.ToHtml(message.Message.Body).WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        return html.ToString();
    }

    /// <summary>Whether the house wrote it.</summary>
    public static bool IsFromStaff([Parent] TicketMessageView message) => message.Message.IsFromStaff;

    /// <summary>Whether nobody wrote it: it is from the help centre, and no person has answered by it.</summary>
    public static bool IsAutomatic([Parent] TicketMessageView message) => message.Message.IsAutomatic;

    /// <summary>When it was sent.</summary>
    public static Instant At([Parent] TicketMessageView message) => message.Message.At;
}

/// <summary>Time that was worked on a ticket.</summary>
[ObjectType<WorkLogView>("WorkLog")]
public static class WorkLogType
{
    public static void Configure(IObjectTypeDescriptor<WorkLogView> descriptor)
    {
        descriptor.Description("Time that was worked on a ticket.").BindFieldsExplicitly();
        descriptor.Field(work => work.Staff).Description("Who did it; empty for somebody who was erased.");
    }

    /// <summary>The log's id.</summary>
    [ID]
    public static Guid Id([Parent] WorkLogView work) => work.Log.Id.Value;

    /// <summary>Minutes worked.</summary>
    public static int Minutes([Parent] WorkLogView work) => work.Log.Minutes;

    /// <summary>Minutes taken from the balance.</summary>
    public static int ChargedMinutes([Parent] WorkLogView work) => work.Log.ChargedMinutes;

    /// <summary>What was done.</summary>
    public static string Note([Parent] WorkLogView work) => work.Log.Note;

    /// <summary>When the work ended.</summary>
    public static Instant WorkedAt([Parent] WorkLogView work) => work.Log.WorkedAt;

    /// <summary>When its minutes were given back; null when they were not.</summary>
    public static Instant? ReversedAt([Parent] WorkLogView work) => work.Log.ReversedAt;
}
