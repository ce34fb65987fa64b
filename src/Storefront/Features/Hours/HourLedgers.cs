using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Hours;

/// <summary>Reads an account's hours for the rules, and writes what they made of them.</summary>
public static class HourLedgers
{
    /// <summary>The ledger as it stands, with its open lots.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="keys">The keys of what is about to be posted: those that are in use already come back in <see cref="HourLedger.Keys"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<HourLedger> LoadLedgerAsync(this AccountScope scope, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var (db, account) = (scope.Db, scope.AccountId);
        var last = await db.Set<HourEntryRow>().AsNoTracking().Where(entry => entry.AccountId == account)
            .OrderByDescending(entry => entry.Sequence).Select(entry => new { entry.Sequence, entry.BalanceAfter }).FirstOrDefaultAsync(cancellationToken);
        var lots = await db.Set<HourLotRow>().Where(lot => lot.AccountId == account && !lot.Closed).ToListAsync(cancellationToken);
        var rest = await db.Set<HourLedgerRow>().SingleOrDefaultAsync(ledger => ledger.AccountId == account, cancellationToken);
        var used = keys.Count == 0
            ? []
            : await db.Set<HourEntryRow>().Where(entry => entry.AccountId == account && keys.Contains(entry.IdempotencyKey))
                .Select(entry => entry.IdempotencyKey).ToListAsync(cancellationToken);
        return new HourLedger(
            last?.BalanceAfter ?? 0,
            last?.Sequence ?? 0,
            rest?.OwedMinutes ?? 0,
            rest?.HeldMinutes ?? 0,
            [.. lots.OrderBy(lot => lot.OpenedBy).Select(Read)],
            [.. used]);
    }

    /// <summary>Adds the new lines, and brings lots and figures to where the ledger is; what was loaded before is tracked.</summary>
    /// <param name="scope">The transaction in which the ledger was loaded.</param>
    /// <param name="ledger">The ledger afterwards.</param>
    /// <param name="entries">The new lines, in order.</param>
    /// <param name="cancellationToken">Stops the reading of what was not loaded.</param>
    public static async Task SaveLedgerAsync(
        this AccountScope scope, HourLedger ledger, ImmutableArray<HourEntry> entries, CancellationToken cancellationToken)
    {
        var (db, account) = (scope.Db, scope.AccountId);
        foreach (var lot in ledger.Lots)
        {
            if (await db.Set<HourLotRow>().FindAsync([account, lot.Id], cancellationToken) is { } row)
            {
                (row.RemainingMinutes, row.Closed) = (lot.RemainingMinutes, lot.Closed);
            }
            else
            {
                db.Add(Write(account, lot));
            }
        }

        foreach (var entry in entries)
        {
            db.Add(Write(account, entry));
            db.AddRange(entry.Lots.Select(moved => new HourLotMovementRow { AccountId = account, EntryId = entry.Id, LotId = moved.LotId, Minutes = moved.Minutes }));
        }

        if (await db.Set<HourLedgerRow>().FindAsync([account], cancellationToken) is not { } rest)
        {
            db.Add(rest = new HourLedgerRow { AccountId = account });
        }

        (rest.OwedMinutes, rest.HeldMinutes) = (ledger.OwedMinutes, ledger.HeldMinutes);
    }

    /// <summary>Stored lines as the rules know them, in order.</summary>
    /// <param name="entries">Of one account.</param>
    /// <param name="movements">Theirs.</param>
    public static IReadOnlyList<HourEntry> Read(IEnumerable<HourEntryRow> entries, IEnumerable<HourLotMovementRow> movements)
    {
        var moved = movements.ToLookup(movement => movement.EntryId);
        return
        [
            .. entries.OrderBy(entry => entry.Sequence).Select(entry => new HourEntry(
                entry.Id,
                entry.Sequence,
                entry.Kind,
                entry.Minutes,
                entry.BalanceAfter,
                entry.At,
                new HourCause(entry.CauseKind, entry.SubjectId, entry.TicketId, entry.Reason),
                entry.IdempotencyKey,
                [.. moved[entry.Id].Select(movement => new LotMovement(movement.LotId, movement.Minutes))],
                entry.ExpiresAt)),
        ];
    }

    private static HourLot Read(HourLotRow lot) =>
        new(lot.Id, lot.Source, lot.Minutes, lot.RemainingMinutes, lot.OpenedBy, lot.GrantedAt, lot.ExpiresAt, lot.Closed);

    private static HourLotRow Write(AccountId account, HourLot lot) => new()
    {
        AccountId = account,
        Id = lot.Id,
        Source = lot.Source,
        Minutes = lot.Minutes,
        RemainingMinutes = lot.RemainingMinutes,
        OpenedBy = lot.OpenedBy,
        GrantedAt = lot.GrantedAt,
        ExpiresAt = lot.ExpiresAt,
        Closed = lot.Closed,
    };

    private static HourEntryRow Write(AccountId account, HourEntry entry) => new()
    {
        AccountId = account,
        Id = entry.Id,
        Sequence = entry.Sequence,
        Kind = entry.Kind,
        Minutes = entry.Minutes,
        BalanceAfter = entry.BalanceAfter,
        At = entry.At,
        CauseKind = entry.Cause.Kind,
        SubjectId = entry.Cause.SubjectId,
        TicketId = entry.Cause.TicketId,
        Reason = entry.Cause.Reason,
        IdempotencyKey = entry.IdempotencyKey,
        ExpiresAt = entry.ExpiresAt,
    };
}
