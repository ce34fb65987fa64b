using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Credentials;

/// <summary>A customer takes a credential out of its safe for good. Who saw it stays on record.</summary>
public sealed class DeleteCredential(AccountTransactions transactions, CredentialShares shares)
{
    /// <returns>Refused with <see cref="NotFound"/>.</returns>
    public async Task<Result<Done>> HandleAsync(CredentialId id, Viewer viewer, CancellationToken cancellationToken) =>
        viewer.WritableAccount().TryGet(out var account, out var refusal)
            ? await transactions.RunAsync(account, (scope, token) => DeleteAsync(scope, id, token), cancellationToken)
            : refusal;

    private async Task<Result<Done>> DeleteAsync(AccountScope scope, CredentialId id, CancellationToken cancellationToken)
    {
        if (await scope.Db.Set<Credential>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken) is not { } credential)
        {
            return new NotFound("credential");
        }

        foreach (var ticket in await scope.Db.Set<CredentialShare>().Where(share => share.AccountId == scope.AccountId && share.CredentialId == id)
            .Select(share => share.TicketId).ToListAsync(cancellationToken))
        {
            await shares.RemoveAsync(scope, id, ticket, cancellationToken);
        }

        scope.Db.Remove(credential);
        return Done.Value;
    }
}
