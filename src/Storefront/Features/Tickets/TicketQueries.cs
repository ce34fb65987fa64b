using Microsoft.EntityFrameworkCore;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>Tickets by number.</summary>
[QueryType]
public static class TicketQueries
{
    /// <summary>A ticket by its number, for staff of any account; null when the viewer's account has none of that number.</summary>
    /// <param name="number">The number that people call it by.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="contexts">The database.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [Authorize(Scopes = [TicketScopes.Read])]
    public static async Task<Ticket?> TicketAsync(
        int number, [GlobalState(ApiViewer.Key)] Viewer viewer, IDbContextFactory<StorefrontDb> contexts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellationToken);
        return ticket is not null && viewer.MaySee(ticket.AccountId) ? ticket : null;
    }
}

/// <summary>The tickets of an account.</summary>
[ExtendObjectType<AccountView>]
public static class AccountTickets
{
    /// <summary>The account's tickets; those to which something happened last come first unless an order is given.</summary>
    [UsePaging(Keys = [$"{nameof(Ticket.UpdatedAt)} desc", $"{nameof(Ticket.Number)} desc"], DefaultPageSize = 20, MaxPageSize = 100)]
    [UseFiltering(
        nameof(Ticket.Status), nameof(Ticket.Number), nameof(Ticket.Subject), nameof(Ticket.ClassKey), nameof(Ticket.KindKey), nameof(Ticket.OpenedAt), nameof(Ticket.UpdatedAt))]
    [UseSorting(nameof(Ticket.Number), nameof(Ticket.OpenedAt), nameof(Ticket.UpdatedAt), nameof(Ticket.ClassRank))]
    [Authorize(Scopes = [TicketScopes.Read])]
    public static IQueryable<Ticket> Tickets([Parent] AccountView account, ListContexts contexts) =>
        contexts.Create().Set<Ticket>().AsNoTracking().Where(ticket => ticket.AccountId == account.AccountId);
}
