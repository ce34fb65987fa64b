using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>Ends a token at once. Its maker may, and an owner of the account it opens.</summary>
public sealed class RevokeApiToken(AccountTransactions transactions, TimeProvider time)
{
    /// <returns>Refused with <see cref="NotFound"/> for a token of somebody else.</returns>
    public Task<Result<Done>> HandleAsync(Viewer viewer, ApiTokenId id, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                var found = await scope.Db.Set<ApiToken>().SingleOrDefaultAsync(row => row.Id == id, token);
                var mayRevoke = found is not null
                    && (found.UserId == viewer.UserId || (found.AccountId is not null && found.AccountId == viewer.AccountId && viewer.IsAtLeast(MemberRole.Owner)));
                if (!mayRevoke)
                {
                    return new NotFound("token");
                }

                found!.RevokedAt ??= Instant.FromDateTimeOffset(time.GetUtcNow());
                return Done.Value;
            },
            cancellationToken);
}
