using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Hours;

/// <summary>Reads hours as they stood at a past instant, from the ledger's lines and the log's periods alone.</summary>
public sealed class HourHistoryReader(EventTypes eventTypes, Handbooks handbooks)
{
    private static readonly string PeriodEvent = EventTypeAttribute.Of(typeof(BillingPeriodStarted)).Name;

    /// <summary>The balance at an instant, lines of that very instant included. What quotes held then is not known any more and counts as available.</summary>
    public async Task<HourBalance> ReadAsync(StorefrontDb db, AccountId account, Instant at, CancellationToken cancellationToken)
    {
        var lots = await LotsAsync(db, account, at, cancellationToken);
        var (start, end) = await PeriodAsync(db, account, at, cancellationToken);
        var used = start is { } from
            ? await HourReader.UsedAsync(db, account, from, at + Duration.Epsilon, cancellationToken)
            : 0;
        var next = lots.Count == 0 ? null : lots.ToLookup(lot => lot.ExpiresAt).MinBy(ending => ending.Key);
        return new HourBalance(
            at,
            lots.Sum(lot => lot.RemainingMinutes),
            0,
            lots.Where(lot => lot.Source == LotSource.Advance).Sum(lot => lot.Minutes),
            0,
            used,
            next is null ? null : new ExpiringHours(next.Sum(lot => lot.RemainingMinutes), 0, next.Key),
            lots,
            start,
            end);
    }

    private static async Task<List<HourLot>> LotsAsync(StorefrontDb db, AccountId account, Instant at, CancellationToken cancellationToken)
    {
        // Only the lots that were alive then, so that a long history costs nothing.
        var rows = await (
            from lot in db.Set<HourLotRow>()
            where lot.AccountId == account && lot.GrantedAt <= at && lot.ExpiresAt > at
            let left = (
                from movement in db.Set<HourLotMovementRow>()
                join entry in db.Set<HourEntryRow>()
                    on new { movement.AccountId, Id = movement.EntryId } equals new { entry.AccountId, entry.Id }
                where movement.AccountId == account && movement.LotId == lot.Id && entry.At <= at
                select movement.Minutes).Sum()
            where left > 0
            select new { Lot = lot, Left = left }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => HourLedgerStore.Lot(row.Lot) with { RemainingMinutes = row.Left, Closed = false })
                .OrderBy(lot => lot.ExpiresAt).ThenBy(lot => lot.OpenedBy),
        ];
    }

    private async Task<(Instant? Start, Instant? End)> PeriodAsync(
        StorefrontDb db, AccountId account, Instant at, CancellationToken cancellationToken)
    {
        var row = await db.Set<EventRow>().AsNoTracking()
            .Where(row => row.AccountId == account && row.Stream == EventStream.Customer && row.Type == PeriodEvent && row.At <= at)
            .OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return (null, null);
        }

        var period = (BillingPeriodStarted)eventTypes.Read(row.Type, row.Version, row.Data);
        var zone = handbooks.Present.Zone;
        var end = zone.AtStartOfDay(period.End).ToInstant();
        return at < end ? (zone.AtStartOfDay(period.Start).ToInstant(), end) : (null, null);
    }
}
