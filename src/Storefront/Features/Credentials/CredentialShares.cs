using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Credentials;

/// <summary>Shares credentials with tickets and takes them back, inside an action's transaction; each is told on the ticket.</summary>
public sealed class CredentialShares(TicketStore tickets)
{
    /// <summary>Shared before and not seen since, nothing changes; seen, it can be seen once more. Refused with <see cref="NotFound"/>, or <see cref="TicketNotOpen"/> for finished work.</summary>
    public async Task<Result<Done>> AddAsync(AccountScope scope, Credential credential, TicketId ticketId, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(scope.Db, scope.AccountId, ticketId, cancellationToken) is not { } ticket)
        {
            return new NotFound("ticket");
        }

        if (!ticket.State.IsUnresolved)
        {
            return new TicketNotOpen(ticket.State.Status);
        }

        var before = await FindAsync(scope, credential.Id, ticketId, cancellationToken);
        if (before is null || await CredentialReader.SeenAsync(scope.Db, before, cancellationToken) is not null)
        {
            (before ?? scope.Db.Add(new CredentialShare
            {
                AccountId = scope.AccountId,
                CredentialId = credential.Id,
                TicketId = ticketId,
                SharedAt = scope.Now,
            }).Entity).SharedAt = scope.Now;

            // What the ticket waited for may be just that (ALF-11).
            tickets.Save(scope, ticket, TicketIntake.GrantAccess(ticket.State, scope.Now), new CredentialShared(ticketId, credential.Id));
        }

        return Done.Value;
    }

    /// <summary>Not shared, nothing changes. Refused with <see cref="NotFound"/> for a ticket that is not the account's.</summary>
    public async Task<Result<Done>> RemoveAsync(AccountScope scope, CredentialId id, TicketId ticketId, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(scope.Db, scope.AccountId, ticketId, cancellationToken) is not { } ticket)
        {
            return new NotFound("ticket");
        }

        if (await FindAsync(scope, id, ticketId, cancellationToken) is { } share)
        {
            scope.Db.Remove(share);
            Tell(scope, ticket, new CredentialUnshared(ticketId, id));
        }

        return Done.Value;
    }

    /// <summary>Writes on the ticket what happened to a credential that it was given.</summary>
    public void Tell(AccountScope scope, CurrentTicket ticket, TicketLogged happened) =>
        tickets.Save(scope, ticket, new TicketChange(ticket.State, []), happened);

    private static Task<CredentialShare?> FindAsync(AccountScope scope, CredentialId id, TicketId ticket, CancellationToken cancellationToken) =>
        scope.Db.Set<CredentialShare>().SingleOrDefaultAsync(
            share => share.AccountId == scope.AccountId && share.CredentialId == id && share.TicketId == ticket, cancellationToken);
}
