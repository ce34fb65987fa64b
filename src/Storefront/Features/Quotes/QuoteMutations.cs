using Storefront.Domain.Hours;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>Quotes on tickets.</summary>
[MutationType]
[Error<NotFound>]
public static class QuoteMutations
{
    /// <summary>Approves a quote within the member's limit. Its hours are held, and the version before it is replaced.</summary>
    /// <param name="quoteId">The quote.</param>
    /// <param name="idempotencyKey">The same key with the same input approves once.</param>
    /// <param name="viewer">Who approves.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "quote")]
    [Error<ReadOnlyMember>]
    [Error<QuoteExpired>]
    [Error<QuoteSuperseded>]
    [Error<QuoteNotOpen>]
    [Error<ApprovalBeyondLimit>]
    [Error<NotEnoughHours>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static Task<Result<QuoteRow>> ApproveQuoteAsync(
        [ID("Quote")] QuoteKey quoteId,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ApproveQuote action,
        CancellationToken cancellationToken) => viewer.AccountId == quoteId.AccountId
        ? action.HandleAsync(quoteId.Id, idempotencyKey, viewer, cancellationToken)
        : Task.FromResult<Result<QuoteRow>>(new NotFound("quote"));

    /// <summary>Declines a quote and says why; the ticket goes on without it.</summary>
    /// <param name="quoteId">The quote.</param>
    /// <param name="reason">Why not, in plain words.</param>
    /// <param name="viewer">Who declines.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "quote")]
    [Error<ReadOnlyMember>]
    [Error<TextNotValid>]
    [Error<QuoteExpired>]
    [Error<QuoteSuperseded>]
    [Error<QuoteNotOpen>]
    public static Task<Result<QuoteRow>> DeclineQuoteAsync(
        [ID("Quote")] QuoteKey quoteId,
        string reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        DeclineQuote action,
        CancellationToken cancellationToken) => viewer.AccountId == quoteId.AccountId
        ? action.HandleAsync(quoteId.Id, reason, viewer, cancellationToken)
        : Task.FromResult<Result<QuoteRow>>(new NotFound("quote"));

    /// <summary>Quotes a ticket's work, or issues a new version. The ticket waits for approval, its clocks standing still. For staff only.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="settlement">What it is settled in.</param>
    /// <param name="minutes">The most that the work takes, whole minutes from 1.</param>
    /// <param name="description">What is included, in words that the customer reads.</param>
    /// <param name="price">A net price by itself, as a decimal with a full stop; null to price the minutes at the rate of the day.</param>
    /// <param name="currency">The currency of the price; null for the house's first.</param>
    /// <param name="idempotencyKey">The same key with the same input issues once.</param>
    /// <param name="viewer">Who issues it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "quote")]
    [Error<TextNotValid>]
    [Error<MinutesNotValid>]
    [Error<TicketNotOpen>]
    [Error<TicketStepNotAllowed>]
    [Error<AssessmentFirst>]
    [Error<ViabilityFirst>]
    [Error<QuoteSettlementFixed>]
    [Error<QuoteInHoursNotOffered>]
    [Error<QuotePriceMissing>]
    [Error<QuotePriceNotValid>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static Task<Result<QuoteRow>> IssueQuoteAsync(
        [ID("Ticket")] TicketKey ticketId,
        QuoteSettlement settlement,
        int minutes,
        string description,
        string? price,
        string? currency,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        IssueQuote action,
        CancellationToken cancellationToken) =>
        action.HandleAsync(ticketId, new QuoteInput(settlement, minutes, description, price, currency, idempotencyKey), viewer, cancellationToken);

    /// <summary>Takes back a quote that nobody has decided on. For staff only.</summary>
    /// <param name="quoteId">The quote.</param>
    /// <param name="viewer">Who withdraws it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "quote")]
    [Error<QuoteExpired>]
    [Error<QuoteSuperseded>]
    [Error<QuoteNotOpen>]
    public static Task<Result<QuoteRow>> WithdrawQuoteAsync(
        [ID("Quote")] QuoteKey quoteId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        WithdrawQuote action,
        CancellationToken cancellationToken) => action.HandleAsync(quoteId, viewer, cancellationToken);
}
