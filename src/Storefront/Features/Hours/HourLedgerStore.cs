using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Hours;

/// <summary>The one place where the ledger that rules know becomes rows and comes back from them.</summary>
public sealed class HourLedgerStore
{
    /// <summary>The ledger as it stands: open lots, the last line's balance, and which of the keys have been used.</summary>
    /// <param name="db">Its lots are tracked, so that <see cref="AppendAsync"/> changes them.</param>
    /// <param name="account">Whose.</param>
    /// <param name="keys">Keys of what may be about to be posted.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<HourLedger> LoadAsync(
        StorefrontDb db, AccountId account, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var entries = db.Set<HourEntryRow>().Where(entry => entry.AccountId == account);
        var lots = await db.Set<HourLotRow>().Where(lot => lot.AccountId == account && !lot.Closed)
            .OrderBy(lot => lot.OpenedBy).ToListAsync(cancellationToken);
        var last = await entries.OrderByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.Sequence, entry.BalanceAfter }).FirstOrDefaultAsync(cancellationToken);
        var row = await db.Set<HourLedgerRow>().SingleOrDefaultAsync(ledger => ledger.AccountId == account, cancellationToken);
        var used = keys.Count == 0
            ? []
            : await entries.Where(entry => keys.Contains(entry.IdempotencyKey)).Select(entry => entry.IdempotencyKey).ToListAsync(cancellationToken);
        return new HourLedger(
            last?.BalanceAfter ?? 0,
            last?.Sequence ?? 0,
            row?.OwedMinutes ?? 0,
            row?.HeldMinutes ?? 0,
            [.. lots.Select(Lot)],
            [.. used]);
    }

    /// <summary>Writes what rules made of a ledger that was loaded in the same transaction, and tells of every line.</summary>
    public async Task AppendAsync(
        AccountScope scope, HourLedger ledger, IReadOnlyCollection<HourEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var lot in ledger.Lots)
        {
            WriteLot(scope, lot);
        }

        foreach (var entry in entries)
        {
            scope.Db.Add(Row(scope.AccountId, entry));
            scope.Db.AddRange(entry.Lots.Select(moved => new HourLotMovementRow
            {
                AccountId = scope.AccountId,
                EntryId = entry.Id,
                LotId = moved.LotId,
                Minutes = moved.Minutes,
            }));
            scope.Append(new HoursPosted(entry.Id, entry.Sequence, entry.Kind, entry.Minutes, entry.BalanceAfter, entry.Cause.TicketId));
        }

        await WriteRestAsync(scope, ledger, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A line with the lots it moved; null when the account has no such line.</summary>
    public async Task<HourEntry?> FindEntryAsync(StorefrontDb db, AccountId account, string key, CancellationToken cancellationToken)
    {
        var row = await db.Set<HourEntryRow>().AsNoTracking()
            .SingleOrDefaultAsync(entry => entry.AccountId == account && entry.IdempotencyKey == key, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var moved = await db.Set<HourLotMovementRow>().AsNoTracking()
            .Where(movement => movement.AccountId == account && movement.EntryId == row.Id)
            .Select(movement => new LotMovement(movement.LotId, movement.Minutes)).ToListAsync(cancellationToken);
        return Entry(row, moved);
    }

    internal static HourEntry Entry(HourEntryRow row, IEnumerable<LotMovement> moved) => new(
        row.Id,
        row.Sequence,
        row.Kind,
        row.Minutes,
        row.BalanceAfter,
        row.At,
        new HourCause(row.CauseKind, row.SubjectId, row.TicketId, row.Reason, row.UsedAt),
        row.IdempotencyKey,
        [.. moved],
        row.ExpiresAt);

    internal static HourLot Lot(HourLotRow row) =>
        new(row.Id, row.Source, row.Minutes, row.RemainingMinutes, row.OpenedBy, row.GrantedAt, row.ExpiresAt, row.Closed);

    private static HourEntryRow Row(AccountId account, HourEntry entry) => new()
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
        UsedAt = entry.Cause.UsedAt,
        TicketId = entry.Cause.TicketId,
        Reason = entry.Cause.Reason,
        IdempotencyKey = entry.IdempotencyKey,
        ExpiresAt = entry.ExpiresAt,
    };

    private static void WriteLot(AccountScope scope, HourLot lot)
    {
        var row = scope.Db.Set<HourLotRow>().Local.FindEntry(nameof(HourLotRow.Id), lot.Id)?.Entity;
        if (row is null)
        {
            scope.Db.Add(row = new HourLotRow
            {
                AccountId = scope.AccountId,
                Id = lot.Id,
                Source = lot.Source,
                Minutes = lot.Minutes,
                RemainingMinutes = lot.RemainingMinutes,
                OpenedBy = lot.OpenedBy,
                GrantedAt = lot.GrantedAt,
                ExpiresAt = lot.ExpiresAt,
            });
        }

        (row.RemainingMinutes, row.Closed) = (lot.RemainingMinutes, lot.Closed);
    }

    private static async Task WriteRestAsync(AccountScope scope, HourLedger ledger, CancellationToken cancellationToken)
    {
        var row = await scope.Db.Set<HourLedgerRow>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId, cancellationToken);
        if (row is null)
        {
            scope.Db.Add(row = new HourLedgerRow { AccountId = scope.AccountId });
        }

        (row.OwedMinutes, row.HeldMinutes) = (ledger.OwedMinutes, ledger.HeldMinutes);
    }
}
