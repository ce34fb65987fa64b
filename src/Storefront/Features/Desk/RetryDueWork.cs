using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Desk;

/// <summary>Staff have due work that failed done again, now.</summary>
public sealed class RetryDueWork(AccountTransactions transactions)
{
    /// <summary>What was done meanwhile stays so; NOT_FOUND when there is no such work.</summary>
    public Task<Result<Done>> HandleAsync(DueWorkId id, CancellationToken cancellationToken) => transactions.RunAsync<Done>(
        async (scope, token) =>
        {
            if (await scope.Db.Set<DueWorkRow>().SingleOrDefaultAsync(work => work.Id == id, token) is not { } found)
            {
                return new NotFound("due-work");
            }

            if (found.DoneAt is null)
            {
                // Asked for as it is, it only wakes whoever does it.
                found.HeldUntil = null;
                await scope.ScheduleAsync(found.Kind, found.Key, found.DueAt, found.AccountId, found.Subject, token);
            }

            return Done.Value;
        },
        cancellationToken);
}
