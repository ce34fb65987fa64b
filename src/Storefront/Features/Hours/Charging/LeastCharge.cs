using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Hours.Charging;

/// <summary>What the closing of a ticket takes to bring it to its least charge (FEN-10). What is priced of it is not its matter.</summary>
public sealed class LeastCharge(WorkedHours worked)
{
    /// <summary>Takes what is missing, as far as the hours reach; where they cannot be used nothing is taken.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="ticket">The ticket that closes.</param>
    /// <param name="current">The account's subscription; null where none runs.</param>
    /// <param name="minutes">From 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The minutes of it that the hours did not cover.</returns>
    internal async Task<int> TakeAsync(
        AccountScope scope, Ticket ticket, CurrentSubscription? current, int minutes, CancellationToken cancellationToken)
    {
        var earlier = (await KeysAsync(scope, ticket, cancellationToken)).Count;
        var key = HourKeys.TopUp(ticket.Id, ticket.ChargedMinutes + minutes, earlier);
        var taken = await worked.TakeAsync(scope, current, minutes, scope.Now, new HourCause(HourCauseKind.WorkLog, null, ticket.Id), key, cancellationToken);
        if (!taken.TryGet(out var fromBalance, out _))
        {
            return 0;
        }

        ticket.ChargedMinutes += minutes;
        return minutes - fromBalance;
    }

    /// <summary>Gives back all that closings took, once the work calls for none of it, or for less.</summary>
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

        foreach (var key in await KeysAsync(scope, ticket, cancellationToken))
        {
            if ((await worked.ReturnAsync(scope, key, reason, cancellationToken)).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        ticket.ChargedMinutes -= toppedUp;
        return Done.Value;
    }

    private static Task<List<string>> KeysAsync(AccountScope scope, Ticket ticket, CancellationToken cancellationToken)
    {
        var prefix = HourKeys.TopUps(ticket.Id);
        return scope.Db.Set<HourEntryRow>()
            .Where(entry => entry.AccountId == scope.AccountId && entry.TicketId == ticket.Id && entry.Kind == HourEntryKind.Use
                && entry.IdempotencyKey.StartsWith(prefix))
            .OrderBy(entry => entry.Sequence).Select(entry => entry.IdempotencyKey).ToListAsync(cancellationToken);
    }
}
