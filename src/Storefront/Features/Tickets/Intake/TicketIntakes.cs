using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Tickets.Intake;

/// <summary>Reads and begins what is kept of how tickets were taken in.</summary>
public sealed class TicketIntakes(IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>A ticket's, for reading; null where there is nothing to say.</summary>
    public async Task<TicketIntakeRow?> FindAsync(TicketKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<TicketIntakeRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == key.AccountId && row.TicketId == key.Id, cancellationToken);
    }

    /// <summary>A ticket's, to be changed in the account's transaction.</summary>
    public static async Task<TicketIntakeRow> OfAsync(AccountScope scope, TicketId ticket, CancellationToken cancellationToken) =>
        await scope.Db.Set<TicketIntakeRow>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.TicketId == ticket, cancellationToken)
        ?? scope.Db.Add(new TicketIntakeRow { AccountId = scope.AccountId, TicketId = ticket }).Entity;
}
