using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Credentials;

/// <summary>
/// Shows a credential to the member of staff who works on a ticket that it was shared with. That it was shown is on record, for the
/// customer to read, before it is seen; each time that it is shared it is shown once (FLU-24).
/// </summary>
public sealed class RevealCredential(StaffTransactions work, CredentialShares shares, CredentialReader reader, CredentialSafe safe)
{
    /// <returns>
    /// What was hidden. Refused with <see cref="NotFound"/> when it is not shared with that ticket, <see cref="NotWorkingOnTicket"/>,
    /// <see cref="TicketNotOpen"/> when the work is finished, <see cref="CredentialAlreadySeen"/>, or <see cref="CredentialUnreadable"/>; of none of these there is a record.
    /// </returns>
    public async Task<Result<RevealedCredential>> HandleAsync(TicketKey key, CredentialId id, Viewer staff, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(key.AccountId, id, cancellationToken) is not { } credential)
        {
            return new NotFound("credential");
        }

        // Opened before the transaction, which may have to write a new key to the same database; given out only behind it.
        var content = safe.Open(credential);
        return await work.RunAsync(key, staff, (scope, ticket, token) => RevealAsync(scope, ticket, credential, content, staff, token), cancellationToken);
    }

    private async Task<Result<RevealedCredential>> RevealAsync(
        AccountScope scope, CurrentTicket ticket, Credential credential, Result<CredentialContent> opened, Viewer staff, CancellationToken cancellationToken)
    {
        if (await scope.Db.Set<CredentialShare>().SingleOrDefaultAsync(
            share => share.AccountId == scope.AccountId && share.TicketId == ticket.Row.Id && share.CredentialId == credential.Id, cancellationToken) is not { } shared)
        {
            return new NotFound("credential");
        }

        if (!ticket.State.IsUnresolved)
        {
            return new TicketNotOpen(ticket.State.Status);
        }

        if (ticket.Row.AssigneeId != staff.UserId)
        {
            return new NotWorkingOnTicket();
        }

        if (await CredentialReader.SeenAsync(scope.Db, shared, cancellationToken) is { } seen)
        {
            return new CredentialAlreadySeen(seen.At, seen.Staff);
        }

        return opened.Map(content =>
        {
            scope.Db.Add(new CredentialReveal
            {
                AccountId = scope.AccountId,
                Id = CredentialRevealId.New(scope.Now),
                CredentialId = credential.Id,
                CredentialName = credential.Name,
                TicketId = ticket.Row.Id,
                StaffId = staff.UserId,
                At = scope.Now,
            });
            shares.Tell(scope, ticket, new CredentialRevealed(ticket.Row.Id, credential.Id, staff.UserId));
            return new RevealedCredential(credential.Name, credential.Address, content.UserName, content.Secret);
        });
    }
}

/// <summary>A credential as it is shown, once for each time that it is shared.</summary>
/// <param name="Name">What the customer calls it.</param>
/// <param name="Address">Where it is used; null when it goes without saying.</param>
/// <param name="UserName">Who signs in; null where a secret alone opens.</param>
/// <param name="Secret">As the customer typed it.</param>
public sealed record RevealedCredential(string Name, string? Address, string? UserName, string Secret)
{
    /// <summary>Says nothing of what it shows, wherever it is written by mistake.</summary>
    public override string ToString() => nameof(RevealedCredential);
}
