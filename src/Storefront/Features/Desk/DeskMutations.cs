using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Attachments;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>What staff do, as programs ask for it.</summary>
[MutationType]
[Error<NotFound>]
public static class DeskMutations
{
    /// <summary>Confirms the class that a customer's answers proposed, or changes it with a reason that the customer reads. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="classKey">Key of one of the house's classes.</param>
    /// <param name="reason">Why; needed when the class changes.</param>
    /// <param name="viewer">Who decides.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<UnknownTicketClass>]
    [Error<ClassReasonMissing>]
    [Error<TicketNotOpen>]
    [Error<TextNotValid>]
    public static Task<Result<Ticket>> ClassifyTicketAsync(
        [ID("Ticket")] TicketKey ticketId,
        string classKey,
        string? reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ClassifyTicket action,
        CancellationToken cancellationToken) => action.HandleAsync(ticketId, classKey, reason, viewer, cancellationToken);

    /// <summary>Sends a ticket to another status. Whoever starts one that nobody took takes it. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="status">The status that it goes to.</param>
    /// <param name="viewer">Who sends it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<TicketStepNotAllowed>]
    [Error<AssessmentFirst>]
    [Error<AccessFirst>]
    [Error<ViabilityFirst>]
    public static Task<Result<Ticket>> ChangeTicketStatusAsync(
        [ID("Ticket")] TicketKey ticketId,
        TicketStatus status,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ChangeTicketStatus action,
        CancellationToken cancellationToken) => action.HandleAsync(ticketId, status, viewer, cancellationToken);

    /// <summary>Records that a temporary solution is in place; the ticket stays as open as it was. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="description">What the customer can do meanwhile, in Markdown, sent as an answer; null to send none.</param>
    /// <param name="viewer">Who records it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<TicketNotOpen>]
    [Error<TextNotValid>]
    public static Task<Result<Ticket>> RecordWorkaroundAsync(
        [ID("Ticket")] TicketKey ticketId,
        string? description,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        RecordWorkaround action,
        CancellationToken cancellationToken) => action.HandleAsync(ticketId, description, viewer, cancellationToken);

    /// <summary>Plans a ticket for a day, or for another one. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="day">A day of the house's zone, today or later.</param>
    /// <param name="viewer">Who plans it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<PlannedInThePast>]
    [Error<TicketStepNotAllowed>]
    [Error<AssessmentFirst>]
    [Error<AccessFirst>]
    [Error<ViabilityFirst>]
    public static Task<Result<Ticket>> PlanTicketAsync(
        [ID("Ticket")] TicketKey ticketId,
        LocalDate day,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        PlanTicket action,
        CancellationToken cancellationToken) => action.HandleAsync(ticketId, day, viewer, cancellationToken);

    /// <summary>Answers in the house's name; the account's members are told by mail. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="body">The answer, in Markdown.</param>
    /// <param name="attachments">Ids of files that the same person uploaded for the ticket's account.</param>
    /// <param name="idempotencyKey">The same key with the same input answers once.</param>
    /// <param name="viewer">Who answers.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="waitForCustomer">Whether the ticket then waits for the customer, its clocks standing still.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<TextNotValid>]
    [Error<TicketNotOpen>]
    [Error<TicketStepNotAllowed>]
    [Error<TooManyAttachments>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<Ticket>> ReplyAsStaffAsync(
        [ID("Ticket")] TicketKey ticketId,
        string body,
        [ID] IReadOnlyList<Guid>? attachments,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ReplyAsStaff action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken,
        bool waitForCustomer = false)
    {
        var input = new StaffReplyInput(body, [.. (attachments ?? []).Select(id => new AttachmentId(id))], waitForCustomer, idempotencyKey);
        var replied = await action.HandleAsync(ticketId, input, viewer, cancellationToken);
        return replied.Refusal is { } refusal ? refusal : (await tickets.LoadAsync(ticketId, cancellationToken))!;
    }

    /// <summary>Writes a note among staff on a ticket; nothing of it reaches the customer. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="body">The note, in Markdown.</param>
    /// <param name="viewer">Who writes it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<TextNotValid>]
    public static async Task<Result<StaffNoteView>> AddStaffNoteAsync(
        [ID("Ticket")] TicketKey ticketId,
        string body,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        AddStaffNote action,
        CancellationToken cancellationToken) =>
        (await action.HandleAsync(ticketId, body, viewer, cancellationToken)).Map(note => new StaffNoteView(note, viewer.Name));

    /// <summary>Records time worked on a ticket, which is taken from the account's hours, all of it or nothing. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="minutes">Whole minutes, 1 to 1440.</param>
    /// <param name="note">What was done, in words that the customer reads.</param>
    /// <param name="workedAt">When it ended; null for now.</param>
    /// <param name="idempotencyKey">The same key with the same input logs once.</param>
    /// <param name="viewer">Who worked.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<NotEnoughHours>]
    [Error<PaymentOverdue>]
    [Error<MinutesNotValid>]
    [Error<QuoteNeeded>]
    [Error<QuoteCapReached>]
    [Error<QuoteNotPaid>]
    [Error<TextNotValid>]
    [Error<TicketNotOpen>]
    [Error<WorkBeforeOpening>]
    [Error<WorkInTheFuture>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<WorkLogView>> LogWorkAsync(
        [ID("Ticket")] TicketKey ticketId,
        int minutes,
        string note,
        Instant? workedAt,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        LogWork action,
        CancellationToken cancellationToken) =>
        (await action.HandleAsync(ticketId, new WorkInput(minutes, note, workedAt, idempotencyKey), viewer, cancellationToken))
            .Map(log => new WorkLogView(log, viewer.Name));

    /// <summary>Takes logged time back, once; its minutes return to the account's hours. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="workLogId">The work log.</param>
    /// <param name="reason">Why.</param>
    /// <param name="viewer">Who takes it back.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<TextNotValid>]
    [Error<SubscriptionNotReady>]
    public static async Task<Result<Ticket>> ReverseWorkLogAsync(
        [ID("Ticket")] TicketKey ticketId,
        [ID] Guid workLogId,
        string reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ReverseWorkLog action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        var reversed = await action.HandleAsync(ticketId, new WorkLogId(workLogId), reason, viewer, cancellationToken);
        return reversed.Refusal is { } refusal ? refusal : (await tickets.LoadAsync(ticketId, cancellationToken))!;
    }

    /// <summary>Corrects an account's hours, up or down and never below zero, with a reason that the customer reads. For staff only.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="minutes">Minutes added or, negative, taken away.</param>
    /// <param name="reason">Why.</param>
    /// <param name="idempotencyKey">The same key with the same input corrects once.</param>
    /// <param name="viewer">Who corrects.</param>
    /// <param name="action">The action.</param>
    /// <param name="accounts">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<NotEnoughHours>]
    [Error<MinutesNotValid>]
    [Error<TextNotValid>]
    [Error<SubscriptionNotReady>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<AccountView>> CorrectHoursAsync(
        [ID("Account")] Guid accountId,
        int minutes,
        string reason,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        CorrectHours action,
        AccountByIdDataLoader accounts,
        CancellationToken cancellationToken)
    {
        var account = new AccountId(accountId);
        var corrected = await action.HandleAsync(account, minutes, reason, idempotencyKey, viewer, cancellationToken);
        return corrected.Refusal is { } refusal ? refusal : (await accounts.LoadAsync(account, cancellationToken))!;
    }
}
