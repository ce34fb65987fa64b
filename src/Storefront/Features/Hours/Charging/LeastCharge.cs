using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Hours.Charging;

/// <summary>What the closing of a ticket took to bring it to its least charge (FEN-10).</summary>
public sealed class LeastCharge(WorkedHours worked)
{
    /// <summary>Gives all of it back, once no work is left that would call for it. What was priced of it is not its matter.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="ticket">The ticket, whose logs that were taken back are no longer in its charge.</param>
    /// <param name="left">The logs that stay.</param>
    /// <param name="reason">Staff's words.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<Result<Done>> ReturnAsync(
        AccountScope scope, Ticket ticket, List<WorkLog> left, string? reason, CancellationToken cancellationToken)
    {
        var toppedUp = ticket.ChargedMinutes - left.Sum(log => log.ChargedMinutes);
        if (toppedUp <= 0)
        {
            return Done.Value;
        }

        var prefix = HourKeys.TopUps(ticket.Id);
        var keys = await scope.Db.Set<HourEntryRow>()
            .Where(entry => entry.AccountId == scope.AccountId && entry.TicketId == ticket.Id && entry.Kind == HourEntryKind.Use
                && entry.IdempotencyKey.StartsWith(prefix))
            .OrderBy(entry => entry.Sequence).Select(entry => entry.IdempotencyKey).ToListAsync(cancellationToken);
        foreach (var key in keys)
        {
            if ((await worked.ReturnAsync(scope, key, reason, cancellationToken)).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        ticket.ChargedMinutes -= toppedUp;
        return Done.Value;
    }
}
