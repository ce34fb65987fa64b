using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Quotes;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>Takes logged time back, once; its minutes return to the balance, and both lines stay in the ledger (COM-02).</summary>
public sealed class ReverseWorkLog(StaffTransactions work, TicketStore tickets, TicketCharging charging, QuoteHolds holds)
{
    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>The log, reversed now or before; <see cref="NotFound"/> when the ticket has no such one.</summary>
    public Task<Result<WorkLog>> HandleAsync(TicketKey key, WorkLogId id, string? reason, Viewer staff, CancellationToken cancellationToken)
    {
        var text = TicketText.Check("reason", reason, ReasonLength, multiline: false);
        return text.IsRefused
            ? Task.FromResult<Result<WorkLog>>(text.Refusal)
            : work.RunAsync<WorkLog>(
                key,
                staff,
                async (scope, ticket, token) =>
                {
                    var log = await scope.Db.Set<WorkLog>()
                        .SingleOrDefaultAsync(log => log.AccountId == scope.AccountId && log.TicketId == key.Id && log.Id == id, token);
                    if (log is null)
                    {
                        return new NotFound("work-log");
                    }

                    return (await ReverseAsync(scope, ticket, log, text.Value, token)).Map(_ => log);
                },
                cancellationToken);
    }

    /// <summary>Takes a log back inside an action's transaction; one that was taken back before stays so.</summary>
    public async Task<Result<Done>> ReverseAsync(
        AccountScope scope, CurrentTicket ticket, WorkLog log, string reason, CancellationToken cancellationToken)
    {
        if (log.ReversedAt is not null)
        {
            return Done.Value;
        }

        if ((await charging.TakeBackAsync(scope, ticket.Row, log, reason, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        log.ReversedAt = scope.Now;
        await holds.ReconcileAsync(scope, cancellationToken);
        tickets.Save(scope, ticket, new TicketChange(ticket.State, []), new WorkReversed(ticket.Row.Id, log.Id, log.ChargedMinutes));
        return Done.Value;
    }
}
