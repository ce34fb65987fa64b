using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Credentials;

/// <summary>A customer lets the staff of a ticket see a credential, or stops that (FLU-24).</summary>
public sealed class ShareCredential(AccountTransactions transactions, CredentialShares shares)
{
    /// <param name="id">One of the account's.</param>
    /// <param name="ticket">One of the account's, not finished.</param>
    /// <param name="isShared">False to take it back.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Done>> HandleAsync(CredentialId id, TicketId ticket, bool isShared, Viewer viewer, CancellationToken cancellationToken) =>
        viewer.WritableAccount().TryGet(out var account, out var refusal)
            ? await transactions.RunAsync<Done>(
                account,
                async (scope, token) => await FindAsync(scope, id, token) switch
                {
                    null => new NotFound("credential"),
                    { } credential when isShared => await shares.AddAsync(scope, credential, ticket, token),
                    _ => await shares.RemoveAsync(scope, id, ticket, token),
                },
                cancellationToken)
            : refusal;

    private static Task<Credential?> FindAsync(AccountScope scope, CredentialId id, CancellationToken cancellationToken) =>
        scope.Db.Set<Credential>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken);
}
