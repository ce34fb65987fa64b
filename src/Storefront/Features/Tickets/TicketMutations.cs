using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Attachments;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>What a customer does with tickets.</summary>
[MutationType]
[Error<ReadOnlyMember>]
[Error<NotFound>]
public static class TicketMutations
{
    /// <summary>Asks for work. The class is proposed by the answers, and confirmed or changed by the house.</summary>
    /// <param name="subject">What it is about, in one line.</param>
    /// <param name="body">The description, in Markdown.</param>
    /// <param name="kind">Key of one of the house's kinds of work.</param>
    /// <param name="urgency">How soon it is needed, where the house asks.</param>
    /// <param name="impact">How much it stops, where the house asks.</param>
    /// <param name="platform">Key of one of the house's platforms, if it is about one.</param>
    /// <param name="scheduleForNextPeriod">Whether it joins the queue only when the next billing period starts.</param>
    /// <param name="addOn">Key of one of the house's add-ons, if one is asked for.</param>
    /// <param name="documentedApi">For an integration: whether the other system has a documented API; null when that is not known.</param>
    /// <param name="attachments">Ids of files uploaded by `POST /attachments`.</param>
    /// <param name="idempotencyKey">The same key with the same input opens no second ticket.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<TextNotValid>]
    [Error<UnknownTicketKind>]
    [Error<ClassAnswersMissing>]
    [Error<UnknownPlatform>]
    [Error<UnknownAddOn>]
    [Error<NoPeriodToScheduleFor>]
    [Error<TooManyAttachments>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<Ticket>> OpenTicketAsync(
        string subject,
        string body,
        string kind,
        Urgency? urgency,
        Impact? impact,
        string? platform,
        string? addOn,
        bool? documentedApi,
        [ID] IReadOnlyList<Guid>? attachments,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        OpenTicket action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken,
        bool scheduleForNextPeriod = false)
    {
        var input = new OpenTicketInput(subject, body, kind, urgency, impact, platform, scheduleForNextPeriod, Files(attachments), idempotencyKey, addOn, documentedApi);
        var opened = await action.HandleAsync(input, viewer, cancellationToken);
        return opened.Refusal is { } refusal ? refusal : await ReadAsync(tickets, viewer, opened.Value.Id, cancellationToken);
    }

    /// <summary>
    /// Puts a ticket that waits before another of the account's of equal class, where the house allows it. Nobody else's moves, and no
    /// promise either.
    /// </summary>
    /// <param name="ticketId">The ticket that moves.</param>
    /// <param name="before">The account's ticket before which it is to stand; null for the last place among the account's own of that class.</param>
    /// <param name="viewer">Who moves it.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<TicketNotWaiting>]
    [Error<NotOneClass>]
    [Error<QueueOrderFixed>]
    public static async Task<Result<Ticket>> MoveTicketInQueueAsync(
        [ID("Ticket")] TicketKey ticketId,
        [ID("Ticket")] TicketKey? before,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        MoveTicketInQueue action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        var moved = await action.HandleAsync(new MoveTicketInQueueInput(ticketId.Id, before?.Id), viewer, cancellationToken);
        return moved.Refusal is { } refusal ? refusal : await ReadAsync(tickets, viewer, ticketId.Id, cancellationToken);
    }

    /// <summary>Answers on a ticket: one that waited for the customer goes on, one that was resolved is open again.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="body">The message, in Markdown.</param>
    /// <param name="attachments">Ids of files uploaded by `POST /attachments`.</param>
    /// <param name="idempotencyKey">The same key with the same input says nothing twice.</param>
    /// <param name="viewer">Who answers.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<TextNotValid>]
    [Error<TicketNotOpen>]
    [Error<TooManyAttachments>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<Ticket>> ReplyToTicketAsync(
        [ID("Ticket")] TicketKey ticketId,
        string body,
        [ID] IReadOnlyList<Guid>? attachments,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ReplyToTicket action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        var replied = await action.HandleAsync(new ReplyToTicketInput(ticketId.Id, body, Files(attachments), idempotencyKey), viewer, cancellationToken);
        return replied.Refusal is { } refusal ? refusal : await ReadAsync(tickets, viewer, ticketId.Id, cancellationToken);
    }

    /// <summary>Closes a ticket, whatever became of it.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="viewer">Who closes it.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<TicketStepNotAllowed>]
    public static async Task<Result<Ticket>> CloseTicketAsync(
        [ID("Ticket")] TicketKey ticketId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        CloseTicket action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        var closed = await action.HandleAsync(ticketId.Id, viewer, cancellationToken);
        return closed.Refusal is { } refusal ? refusal : await ReadAsync(tickets, viewer, ticketId.Id, cancellationToken);
    }

    /// <summary>Takes up what was resolved or closed.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="body">What is not right yet, in Markdown.</param>
    /// <param name="viewer">Who reopens it.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<TextNotValid>]
    [Error<TicketStepNotAllowed>]
    public static async Task<Result<Ticket>> ReopenTicketAsync(
        [ID("Ticket")] TicketKey ticketId,
        string? body,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ReopenTicket action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        var reopened = await action.HandleAsync(new ReopenTicketInput(ticketId.Id, body), viewer, cancellationToken);
        return reopened.Refusal is { } refusal ? refusal : await ReadAsync(tickets, viewer, ticketId.Id, cancellationToken);
    }

    /// <summary>Says how finished work was; a second opinion replaces the first.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="rating">From 1 to 5, which is the best.</param>
    /// <param name="comment">In plain words.</param>
    /// <param name="viewer">Who says so.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<TextNotValid>]
    [Error<RatingNotValid>]
    [Error<TicketNotFinished>]
    public static async Task<Result<Ticket>> RateTicketAsync(
        [ID("Ticket")] TicketKey ticketId,
        int rating,
        string? comment,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        RateTicket action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        var rated = await action.HandleAsync(new RateTicketInput(ticketId.Id, rating, comment), viewer, cancellationToken);
        return rated.Refusal is { } refusal ? refusal : await ReadAsync(tickets, viewer, ticketId.Id, cancellationToken);
    }

    private static IReadOnlyList<AttachmentId> Files(IReadOnlyList<Guid>? ids) => [.. (ids ?? []).Select(id => new AttachmentId(id))];

    private static async Task<Ticket> ReadAsync(TicketByKeyDataLoader tickets, Viewer viewer, TicketId id, CancellationToken cancellationToken) =>
        (await tickets.LoadAsync(new TicketKey(viewer.AccountId!.Value, id), cancellationToken))!;
}
