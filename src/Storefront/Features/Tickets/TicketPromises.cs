using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>
/// Keeps with each unfinished ticket when its next promise is due, where the handbook or the customer's plan has become another since it was
/// computed: lists of all tickets sort by it.
/// </summary>
public sealed class TicketPromises(TicketStore tickets, Handbooks handbooks)
{
    /// <summary>Names what a promise is computed from.</summary>
    public static string MarkOf(Handbook present, string? plan) => $"{present.Version.Hash} {plan}";

    /// <summary>Tickets whose promise may have been computed from another handbook.</summary>
    public static IQueryable<Ticket> OfOtherHandbooks(StorefrontDb db, Handbook present)
    {
        var mark = present.Version.Hash;
        return db.Set<Ticket>().Unfinished().Where(ticket => !ticket.PromisedUnder.StartsWith(mark));
    }

    /// <summary>Computes anew what is out of date of the account's. What was done to its tickets is in the database.</summary>
    public async Task RefreshAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var plan = await scope.Db.Set<PlanSubscription>()
            .Where(row => row.AccountId == scope.AccountId && row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => row.PlanKey).FirstOrDefaultAsync(cancellationToken);
        var mark = MarkOf(handbooks.Present, plan);
        var stale = await scope.Db.Set<Ticket>().Unfinished()
            .Where(ticket => ticket.AccountId == scope.AccountId && ticket.PromisedUnder != mark)
            .Select(ticket => ticket.Id).ToListAsync(cancellationToken);
        foreach (var id in stale)
        {
            if (await tickets.FindAsync(scope.Db, scope.AccountId, id, cancellationToken) is { } ticket)
            {
                tickets.Save(scope, ticket, new TicketChange(ticket.State, []));
            }
        }
    }
}

/// <summary>At the start, brings to the present the promises of accounts to which nothing has happened since the handbook was another.</summary>
internal sealed class RefreshPromises(
    IDbContextFactory<StorefrontDb> contexts, AccountTransactions transactions, Handbooks handbooks, ILogger<RefreshPromises> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(stoppingToken);
            foreach (var account in await TicketPromises.OfOtherHandbooks(db, handbooks.Present).Select(ticket => ticket.AccountId).Distinct().ToListAsync(stoppingToken))
            {
                // Every account's transaction brings it to the present.
                await transactions.RunAsync<Done>(account, (_, _) => Task.FromResult<Result<Done>>(Done.Value), stoppingToken);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(exception, "Promises could not all be brought to the present; what happens to a ticket brings its own");
        }
    }
}
