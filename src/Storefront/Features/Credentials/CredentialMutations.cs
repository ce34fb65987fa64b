using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Credentials;

/// <summary>The safe, as programs use it.</summary>
[MutationType]
[Error<NotFound>]
public static class CredentialMutations
{
    /// <summary>Stores what opens one of the customer's systems, encrypted. It is shown only to the staff of tickets that it is shared with.</summary>
    /// <param name="name">What the customer calls it, up to 80 characters.</param>
    /// <param name="address">Where it is used, up to 200 characters; null when that goes without saying.</param>
    /// <param name="userName">Who signs in, up to 200 characters; null where a secret alone opens.</param>
    /// <param name="secret">A password, key or certificate, up to 8000 characters, kept as it is.</param>
    /// <param name="ticketId">A ticket that it is shared with at once; null for none.</param>
    /// <param name="idempotencyKey">The same key with the same input stores once.</param>
    /// <param name="viewer">Who stores it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The id by which it is shared.</returns>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<ReadOnlyMember>]
    [Error<TextNotValid>]
    [Error<TooManyCredentials>]
    [Error<TicketNotOpen>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<StoredCredential>> StoreCredentialAsync(
        string name,
        string? address,
        string? userName,
        string secret,
        [ID("Ticket")] TicketKey? ticketId,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        StoreCredential action,
        CancellationToken cancellationToken)
    {
        if (ticketId is { } shared && shared.AccountId != viewer.AccountId)
        {
            return new NotFound("ticket");
        }

        var input = new StoreCredentialInput(name, address, userName, secret, ticketId?.Id, idempotencyKey);
        return (await action.HandleAsync(input, viewer, cancellationToken)).Map(id => new StoredCredential(id.Value));
    }

    /// <summary>Lets the staff of a ticket see a credential, once; after that it can be shared again.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="ticketId">The ticket, which must not be resolved or closed.</param>
    /// <param name="viewer">Who shares it.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<ReadOnlyMember>]
    [Error<TicketNotOpen>]
    public static Task<Result<Ticket>> ShareCredentialAsync(
        [ID] Guid credentialId,
        [ID("Ticket")] TicketKey ticketId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ShareCredential action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken) => ShareAsync(credentialId, ticketId, isShared: true, viewer, action, tickets, cancellationToken);

    /// <summary>Stops the staff of a ticket from seeing a credential.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="viewer">Who takes it back.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<ReadOnlyMember>]
    public static Task<Result<Ticket>> UnshareCredentialAsync(
        [ID] Guid credentialId,
        [ID("Ticket")] TicketKey ticketId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ShareCredential action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken) => ShareAsync(credentialId, ticketId, isShared: false, viewer, action, tickets, cancellationToken);

    /// <summary>Takes a credential out of the safe for good. Who saw it stays on record.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="viewer">Who deletes it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<ReadOnlyMember>]
    public static async Task<Result<StoredCredential>> DeleteCredentialAsync(
        [ID] Guid credentialId, [GlobalState(ApiViewer.Key)] Viewer viewer, DeleteCredential action, CancellationToken cancellationToken) =>
        (await action.HandleAsync(new CredentialId(credentialId), viewer, cancellationToken)).Map(_ => new StoredCredential(credentialId));

    /// <summary>
    /// Shows a credential, once for each time that it is shared, to whoever works on the ticket; the customer reads who was shown it, and when. For
    /// staff only.
    /// </summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="credentialId">The credential.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Cost(20)]
    [Error<NotWorkingOnTicket>]
    [Error<TicketNotOpen>]
    [Error<CredentialAlreadySeen>]
    [Error<CredentialUnreadable>]
    public static Task<Result<RevealedCredential>> RevealCredentialAsync(
        [ID("Ticket")] TicketKey ticketId,
        [ID] Guid credentialId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        RevealCredential action,
        CancellationToken cancellationToken) => action.HandleAsync(ticketId, new CredentialId(credentialId), viewer, cancellationToken);

    private static async Task<Result<Ticket>> ShareAsync(
        Guid id,
        TicketKey ticket,
        bool isShared,
        Viewer viewer,
        ShareCredential action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        if (ticket.AccountId != viewer.AccountId)
        {
            return new NotFound("ticket");
        }

        var done = await action.HandleAsync(new CredentialId(id), ticket.Id, isShared, viewer, cancellationToken);
        return done.Refusal is { } refusal ? refusal
            : await tickets.LoadAsync(ticket, cancellationToken) is { } changed ? changed
            : new NotFound("ticket");
    }
}

/// <summary>A credential that was stored or deleted.</summary>
/// <param name="Id">The id by which mutations name it.</param>
public sealed record StoredCredential([property: ID] Guid Id);
