using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Hours;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Quotes;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>Staff record time worked on a ticket, which takes hours from the account's balance, all of it or nothing (FLU-09).</summary>
public sealed class LogWork(StaffTransactions work, TicketStore tickets, TicketCharging charging, QuoteHolds holds)
{
    /// <summary>Most characters of the words about it.</summary>
    public const int NoteLength = 500;

    /// <summary>The log, or why not: <see cref="NotEnoughHours"/> with the shortfall, <see cref="QuoteNeeded"/>, <see cref="QuoteCapReached"/>, <see cref="TextNotValid"/> …</summary>
    /// <param name="key">The ticket.</param>
    /// <param name="input">What was done.</param>
    /// <param name="staff">Who worked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<WorkLog>> HandleAsync(TicketKey key, WorkInput input, Viewer staff, CancellationToken cancellationToken)
    {
        var note = TicketText.Check("note", input.Note, NoteLength, multiline: false);
        return note.IsRefused
            ? Task.FromResult<Result<WorkLog>>(note.Refusal)
            : work.RunAsync<WorkLog>(
                key,
                staff,
                async (scope, ticket, token) =>
                {
                    var logged = await scope.OnceAsync(
                        "log-work",
                        input.IdempotencyKey,
                        new { key, input.Minutes, note.Value, input.WorkedAt },
                        () => LogAsync(scope, ticket, staff.UserId, input with { Note = note.Value }, token),
                        token);
                    return logged.IsRefused ? logged.Refusal : await FindAsync(scope, logged.Value, token);
                },
                cancellationToken);
    }

    private async Task<Result<WorkLogId>> LogAsync(
        AccountScope scope, CurrentTicket ticket, UserId staff, WorkInput input, CancellationToken cancellationToken)
    {
        var workedAt = (input.WorkedAt ?? scope.Now).Stored();
        if (WorkLogRules.Check(ticket.State, input.Minutes, workedAt, scope.Now).Refusal is { } refusal)
        {
            return refusal;
        }

        var id = WorkLogId.New(scope.Now);
        var log = new WorkLog
        {
            AccountId = scope.AccountId,
            Id = id,
            TicketId = ticket.Row.Id,
            StaffId = staff,
            Minutes = input.Minutes,
            ChargedMinutes = 0,
            Note = input.Note,
            WorkedAt = workedAt,
            LoggedAt = scope.Now,
            IdempotencyKey = input.IdempotencyKey,
        };
        if ((await charging.LogAsync(scope, ticket.Row, log, cancellationToken)).Refusal is { } shortage)
        {
            return shortage;
        }

        scope.Db.Add(log);
        await holds.ReconcileAsync(scope, cancellationToken);
        tickets.Save(scope, ticket, new TicketChange(ticket.State, []), new WorkLogged(ticket.Row.Id, id, input.Minutes, log.ChargedMinutes));
        return id;
    }

    // Just added and not saved yet, or kept from the first time it was asked for.
    private static async Task<WorkLog> FindAsync(AccountScope scope, WorkLogId id, CancellationToken cancellationToken) =>
        scope.Db.Set<WorkLog>().Local.FirstOrDefault(log => log.Id == id)
        ?? await scope.Db.Set<WorkLog>().SingleAsync(log => log.AccountId == scope.AccountId && log.Id == id, cancellationToken);
}
