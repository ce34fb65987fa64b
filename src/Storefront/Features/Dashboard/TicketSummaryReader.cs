using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Dashboard;

/// <summary>The tickets of an account in short.</summary>
public sealed class TicketSummaryReader(StoreSnapshots snapshots)
{
    private const int Shown = 4;

    public Task<TicketSummary> ReadAsync(AccountId account, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var open = db.Set<Ticket>().AsNoTracking().Unfinished().Where(ticket => ticket.AccountId == account);
            return new TicketSummary(
                await open.CountAsync(token),
                await open.CountAsync(ticket => ticket.Status == TicketStatus.WaitingForCustomer || ticket.Status == TicketStatus.AwaitingApproval, token),
                await open.OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Number).Take(Shown)
                    .Select(ticket => new TicketInShort(ticket.Number, ticket.Subject, ticket.Status, ticket.UpdatedAt)).ToListAsync(token));
        },
        cancellationToken);
}

/// <param name="Open">How many are neither resolved nor closed.</param>
/// <param name="Waiting">How many of them wait for the customer.</param>
/// <param name="Latest">The open ones that changed last.</param>
public sealed record TicketSummary(int Open, int Waiting, IReadOnlyList<TicketInShort> Latest);

public sealed record TicketInShort(int Number, string Subject, TicketStatus Status, Instant UpdatedAt);
