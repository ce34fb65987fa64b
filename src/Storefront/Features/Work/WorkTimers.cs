using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Work;

/// <summary>Starts a member of staff's timer on a ticket. Started again on the same ticket it runs on; on another it is refused.</summary>
public sealed class StartTimer(StaffTransactions work)
{
    /// <summary>The timer, or <see cref="TimerAlreadyRuns"/> or <see cref="TicketNotOpen"/>.</summary>
    public Task<Result<WorkTimer>> HandleAsync(TicketKey key, Viewer staff, CancellationToken cancellationToken) => work.RunAsync<WorkTimer>(
        key,
        staff,
        async (scope, ticket, token) =>
        {
            if (await WorkTimers.FindAsync(scope.Db, staff.UserId, token) is { } running)
            {
                return running.Ticket == key && running.StoppedAt is null ? running : new TimerAlreadyRuns(await NumberAsync(scope, running, token));
            }

            if (ticket.State.Status is TicketStatus.Scheduled or TicketStatus.Closed)
            {
                return new TicketNotOpen(ticket.State.Status);
            }

            var timer = new WorkTimer { StaffId = staff.UserId, AccountId = key.AccountId, TicketId = key.Id, StartedAt = scope.Now };
            scope.Db.Add(timer);
            return timer;
        },
        cancellationToken);

    private static Task<int> NumberAsync(AccountScope scope, WorkTimer timer, CancellationToken cancellationToken) => scope.Db.Set<Ticket>()
        .Where(ticket => ticket.AccountId == timer.AccountId && ticket.Id == timer.TicketId).Select(ticket => ticket.Number).SingleAsync(cancellationToken);
}

/// <summary>
/// Stops a member of staff's timer and logs what it measured. Where that is refused the measured minutes are kept, stopped, until they are
/// logged or thrown away.
/// </summary>
public sealed class LogTimer(AccountTransactions transactions, LogWork log)
{
    /// <summary>The log, or why not: as <see cref="LogWork"/>, and <see cref="NotFound"/> without a timer.</summary>
    public async Task<Result<WorkLog>> HandleAsync(string? note, Viewer staff, CancellationToken cancellationToken)
    {
        var stopped = await transactions.RunAsync<WorkTimer>(
            async (scope, token) =>
            {
                if (!staff.IsStaff || await WorkTimers.FindAsync(scope.Db, staff.UserId, token) is not { } timer)
                {
                    return new NotFound("timer");
                }

                timer.StoppedAt ??= scope.Now;
                return timer;
            },
            cancellationToken);
        if (!stopped.TryGet(out var measured, out var refusal))
        {
            return refusal;
        }

        var endedAt = measured.StoppedAt!.Value.Stored();
        var input = new WorkInput(measured.MinutesAt(endedAt), note ?? "", endedAt, $"timer:{staff.UserId.Value:N}:{measured.StartedAt.ToMicroseconds()}");
        var logged = await log.HandleAsync(measured.Ticket, input, staff, cancellationToken);
        if (!logged.IsRefused)
        {
            await WorkTimers.RemoveAsync(transactions, staff.UserId, cancellationToken);
        }

        return logged;
    }
}

/// <summary>Throws away what a timer measured. Without one nothing happens.</summary>
public sealed class DiscardTimer(AccountTransactions transactions)
{
    public async Task<Result<Done>> HandleAsync(Viewer staff, CancellationToken cancellationToken) =>
        staff.IsStaff ? await WorkTimers.RemoveAsync(transactions, staff.UserId, cancellationToken) : new NotFound("timer");
}

/// <summary>Finds timers and removes them.</summary>
internal static class WorkTimers
{
    public static Task<WorkTimer?> FindAsync(StorefrontDb db, UserId staff, CancellationToken cancellationToken) =>
        db.Set<WorkTimer>().SingleOrDefaultAsync(timer => timer.StaffId == staff, cancellationToken);

    public static Task<Result<Done>> RemoveAsync(AccountTransactions transactions, UserId staff, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                if (await FindAsync(scope.Db, staff, token) is { } timer)
                {
                    scope.Db.Remove(timer);
                }

                return Done.Value;
            },
            cancellationToken);
}
