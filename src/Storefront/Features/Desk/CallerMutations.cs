using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>What staff write down for a customer.</summary>
[MutationType]
[Error<NotFound>]
public static class CallerMutations
{
    /// <summary>
    /// Opens the ticket of a customer who called. It is the customer's, says that the house wrote it down, and its number is sent to the caller. For
    /// staff only.
    /// </summary>
    /// <param name="accountId">The customer's account.</param>
    /// <param name="subject">What it is about, in one line.</param>
    /// <param name="body">What was asked for, in Markdown; the customer reads it.</param>
    /// <param name="kind">Key of one of the house's kinds of work.</param>
    /// <param name="urgency">How soon it is needed, where the house asks.</param>
    /// <param name="impact">How much it stops, where the house asks.</param>
    /// <param name="platform">Key of one of the house's platforms, if it is about one.</param>
    /// <param name="callerEmail">E-mail address of the member who called; null for the first owner.</param>
    /// <param name="idempotencyKey">The same key with the same input opens no second ticket.</param>
    /// <param name="viewer">Who writes it down.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<TextNotValid>]
    [Error<UnknownTicketKind>]
    [Error<ClassAnswersMissing>]
    [Error<UnknownPlatform>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<Ticket>> OpenTicketForCallerAsync(
        [ID("Account")] Guid accountId,
        string subject,
        string body,
        string kind,
        Urgency? urgency,
        Impact? impact,
        string? platform,
        string? callerEmail,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        OpenTicketForCaller action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        var account = new AccountId(accountId);
        var input = new CallerTicketInput(null, subject, body, kind, urgency, impact, platform, idempotencyKey, callerEmail);
        var opened = await action.HandleAsync(account, input, viewer, cancellationToken);
        return opened.Refusal is { } refusal ? refusal : (await tickets.LoadAsync(new TicketKey(account, opened.Value.Id), cancellationToken))!;
    }
}
