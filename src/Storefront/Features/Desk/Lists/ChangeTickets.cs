using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk.Lists;

/// <summary>
/// Does one thing to several tickets: to each by the action for one, in a transaction of its own, so that what one refuses keeps no other
/// back. Done again it finds everything done.
/// </summary>
public sealed class ChangeTickets(
    IDbContextFactory<StorefrontDb> contexts, AssignTicket assign, ClassifyTicket classify, ChangeTicketStatus move)
{
    /// <summary>How many tickets can be changed at once.</summary>
    public const int Most = 100;

    /// <summary>What came of each, in the order asked for, each ticket once; or <see cref="TooManyTickets"/>.</summary>
    public async Task<Result<IReadOnlyList<BulkOutcome>>> HandleAsync(
        IReadOnlyCollection<int> numbers, BulkChange change, Viewer staff, CancellationToken cancellationToken)
    {
        List<int> wanted = [.. numbers.Distinct()];
        if (wanted.Count > Most)
        {
            return new TooManyTickets(Most);
        }

        var found = await FindAsync(wanted, cancellationToken);
        var outcomes = new List<BulkOutcome>(wanted.Count);
        foreach (var number in wanted)
        {
            outcomes.Add(new BulkOutcome(
                number, found.TryGetValue(number, out var ticket) ? await ChangeAsync(ticket, change, staff, cancellationToken) : new NotFound("ticket")));
        }

        return outcomes;
    }

    private async Task<Refusal?> ChangeAsync(Ticket ticket, BulkChange change, Viewer staff, CancellationToken cancellationToken) => change switch
    {
        BulkChange.Assign to => (await assign.HandleAsync(ticket.Key, to.To, staff, cancellationToken)).Refusal,
        BulkChange.ConfirmClass => (await classify.HandleAsync(ticket.Key, ticket.ClassKey, reason: null, staff, cancellationToken)).Refusal,
        BulkChange.Move to => (await move.HandleAsync(ticket.Key, to.To, staff, cancellationToken)).Refusal,
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private async Task<Dictionary<int, Ticket>> FindAsync(List<int> numbers, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Ticket>().AsNoTracking().Where(ticket => numbers.Contains(ticket.Number))
            .ToDictionaryAsync(ticket => ticket.Number, cancellationToken);
    }
}

/// <summary>So many tickets are not changed at once.</summary>
/// <param name="Most">The most.</param>
public sealed record TooManyTickets(int Most) : Refusal
{
    public override string Code => "TOO_MANY_TICKETS";
}
