using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets.Intake;

/// <summary>From a ticket that was sent to knowing what comes of it.</summary>
[MutationType]
[Error<NotFound>]
[Error<TextNotValid>]
public static class IntakeMutations
{
    /// <summary>Asks for priority on an open ticket whose fault stops sales; the house gives it or not.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="reason">What is stopped, in Markdown.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<ReadOnlyMember>]
    [Error<PriorityNotOffered>]
    [Error<TicketNotOpen>]
    public static Task<Result<Ticket>> AskForPriorityAsync(
        [ID("Ticket")] TicketKey ticketId,
        string reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AskForPriority action,
        CancellationToken cancellationToken) =>
        IsOwn(ticketId, viewer) ? action.HandleAsync(ticketId.Id, reason, viewer, cancellationToken) : NotFound();

    /// <summary>Says that the access without which work does not begin was granted, and how. Sharing a credential with the ticket does the same.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="how">How, in Markdown.</param>
    /// <param name="viewer">Who granted it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<ReadOnlyMember>]
    [Error<TicketNotOpen>]
    public static Task<Result<Ticket>> GrantAccessAsync(
        [ID("Ticket")] TicketKey ticketId,
        string how,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        GrantAccess action,
        CancellationToken cancellationToken) =>
        IsOwn(ticketId, viewer) ? action.HandleAsync(ticketId.Id, how, viewer, cancellationToken) : NotFound();

    /// <summary>Asks for a quote of what was turned down as support: the ticket is open again as work that is quoted.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<ReadOnlyMember>]
    [Error<QuoteNotOffered>]
    [Error<ClassAnswersMissing>]
    public static Task<Result<Ticket>> AskForQuoteAsync(
        [ID("Ticket")] TicketKey ticketId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AskForQuote action,
        CancellationToken cancellationToken) =>
        IsOwn(ticketId, viewer) ? action.HandleAsync(ticketId.Id, viewer, cancellationToken) : NotFound();

    /// <summary>Ends a ticket's analysis in one of the house's outcomes, and tells the customer. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="outcome">How it ends.</param>
    /// <param name="text">What the customer is told, in Markdown.</param>
    /// <param name="day">The expected date, for the outcome that has one.</param>
    /// <param name="idempotencyKey">The same key with the same input concludes once.</param>
    /// <param name="viewer">Who concludes it.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<OutcomeNotOffered>]
    [Error<ExpectedDateMissing>]
    [Error<TicketNotOpen>]
    [Error<TicketStepNotAllowed>]
    [Error<AccessFirst>]
    [Error<ViabilityFirst>]
    [Error<AssessmentFirst>]
    [Error<PlannedInThePast>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<Ticket>> ConcludeAnalysisAsync(
        [ID("Ticket")] TicketKey ticketId,
        AnalysisOutcome outcome,
        string text,
        LocalDate? day,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ConcludeAnalysis action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        var done = await action.HandleAsync(ticketId, new ConcludeAnalysisInput(outcome, text, day, idempotencyKey), viewer, cancellationToken);
        return done.Refusal is { } refusal ? refusal : (await tickets.LoadAsync(ticketId, cancellationToken))!;
    }

    /// <summary>Says whether what has no documented API can be done: it is assessed further, or returned. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="viable">Whether it can be done.</param>
    /// <param name="text">What was found, in Markdown.</param>
    /// <param name="viewer">Who found out.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<ViabilityNotAsked>]
    [Error<TicketNotOpen>]
    public static Task<Result<Ticket>> AssessViabilityAsync(
        [ID("Ticket")] TicketKey ticketId,
        bool viable,
        string text,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AssessViability action,
        CancellationToken cancellationToken) => action.HandleAsync(ticketId, viable, text, viewer, cancellationToken);

    /// <summary>Turns down what is outside support, or came by the wrong way, with the reason and a way on. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="reasonKey">Key of one of the house's reasons why something is outside support, or `wrong-channel`.</param>
    /// <param name="text">More in words, in Markdown.</param>
    /// <param name="viewer">Who turns it down.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownOutsideSupport>]
    [Error<ChannelIsRight>]
    [Error<TicketNotOpen>]
    public static Task<Result<Ticket>> TurnDownTicketAsync(
        [ID("Ticket")] TicketKey ticketId,
        string reasonKey,
        string? text,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        TurnDownTicket action,
        CancellationToken cancellationToken) => action.HandleAsync(ticketId, reasonKey, text, viewer, cancellationToken);

    private static bool IsOwn(TicketKey ticket, Viewer viewer) => ticket.AccountId == viewer.AccountId;

    private static Task<Result<Ticket>> NotFound() => Task.FromResult<Result<Ticket>>(new NotFound("ticket"));
}
