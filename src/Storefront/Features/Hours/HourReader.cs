using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Hours;

/// <summary>Reads an account's hours: exact at any instant, also where what is due has not been written yet (COM-07).</summary>
public sealed class HourReader(StoreSnapshots snapshots, SubscriptionStore subscriptions, HourHistoryReader history, IClock clock)
{
    /// <summary>The hours as they stand, or as they stood.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="asOf">A past instant; null, or one to come, for now.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<HourBalance> ReadAsync(AccountId account, Instant? asOf, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return snapshots.ReadAsync(
            (db, token) => asOf < now ? history.ReadAsync(db, account, asOf.Value, token) : ReadNowAsync(db, account, now, token), cancellationToken);
    }

    /// <summary>Lines of the ledger, the last one first.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="before">Only lines before that sequence; null for all.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<IReadOnlyList<HourLine>> ListAsync(AccountId account, long? before, int count, CancellationToken cancellationToken) =>
        snapshots.ReadAsync(
            (db, token) => LinesAsync(
                db,
                Entries(db, account).Where(entry => before == null || entry.Sequence < before).OrderByDescending(entry => entry.Sequence).Take(count),
                token),
            cancellationToken);

    /// <summary>The balance before an instant, and the lines from it through another, in order.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="through">Inclusive: what happens at a period's end belongs to its closing.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<(int Before, IReadOnlyList<HourLine> Lines)> ListBetweenAsync(
        AccountId account, Instant from, Instant through, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            // What came of the period before at its very end stands at the same instant, and is there when this one begins.
            var before = await Entries(db, account)
                .Where(entry => entry.At < from || (entry.At == from && entry.CauseKind == HourCauseKind.PeriodEnd))
                .OrderByDescending(entry => entry.Sequence).Select(entry => (int?)entry.BalanceAfter).FirstOrDefaultAsync(token) ?? 0;
            var lines = await LinesAsync(
                db,
                Entries(db, account)
                    .Where(entry => entry.At >= from && entry.At <= through && !(entry.At == from && entry.CauseKind == HourCauseKind.PeriodEnd))
                    .OrderBy(entry => entry.Sequence),
                token);
            return (before, (IReadOnlyList<HourLine>)[.. lines.Reverse()]);
        },
        cancellationToken);

    /// <summary>The lines behind the figures of a stretch of time: work, what of it was taken back, what was brought forward and repaid; the last first.</summary>
    public Task<IReadOnlyList<HourLine>> ListMovedAsync(AccountId account, Instant from, CancellationToken cancellationToken) => snapshots.ReadAsync(
        (db, token) => LinesAsync(
            db,
            Entries(db, account)
                .Where(entry => entry.At >= from && (entry.Kind == HourEntryKind.Use || entry.Kind == HourEntryKind.Reversal
                    || entry.Kind == HourEntryKind.Advance || entry.Kind == HourEntryKind.AdvanceRepayment))
                .OrderByDescending(entry => entry.Sequence),
            token),
        cancellationToken);

    /// <summary>Minutes of work from an instant on, less what of it was taken back.</summary>
    internal static async Task<int> UsedAsync(StorefrontDb db, AccountId account, Instant from, Instant to, CancellationToken cancellationToken)
    {
        // As HourHistory.UsedBetween does, but added up where the lines are: a busy period has thousands.
        var (id, first, end) = (account.Value, from.ToMicroseconds(), to.ToMicroseconds());
        var taken = await db.Database.SqlQuery<long>(
            $"""
            SELECT CAST(COALESCE(SUM(CASE WHEN kind = 'Use' OR (used_at >= {first} AND used_at < {end}) THEN minutes ELSE 0 END), 0) AS bigint) AS "Value"
            FROM hour_entries WHERE account_id = {id} AND at >= {first} AND at < {end} AND kind IN ('Use', 'Reversal')
            """).ToListAsync(cancellationToken);
        return (int)-taken[0];
    }

    private async Task<HourBalance> ReadNowAsync(StorefrontDb db, AccountId account, Instant now, CancellationToken cancellationToken)
    {
        var current = await subscriptions.FindCurrentAsync(db, account, cancellationToken);
        var ledger = await subscriptions.LoadHoursAsync(db, account, current?.State, cancellationToken);
        if (current is null)
        {
            return Balance(now, PeriodSchedule.Settle(ledger, now).Ledger, subscriptions.PresentPolicies.Hours, continues: false, 0, null, null);
        }

        var settled = PeriodSchedule.Settle(current.State, ledger, current.Policies, now);
        var state = settled.Subscription;
        var (start, end) = (current.Policies.StartOf(state.Period.Start), current.Policies.StartOf(state.Period.End));
        var used = state.IsRunning ? await UsedAsync(db, account, start, end, cancellationToken) : 0;
        var continues = state.IsRunning && !(state.EndsOn(current.Policies) <= state.Period.End);
        return Balance(
            now, settled.Ledger, current.Policies.Hours, continues, used, state.IsRunning ? start : null, state.IsRunning ? end : null);
    }

    private static HourBalance Balance(
        Instant now, HourLedger ledger, HourPolicy policy, bool continues, int used, Instant? periodStart, Instant? periodEnd)
    {
        var figures = HourFigures.Of(ledger, policy, continues, used);
        return new HourBalance(
            now,
            figures.AvailableMinutes,
            figures.HeldMinutes,
            figures.AdvancedMinutes,
            figures.ToBeRepaidMinutes,
            figures.UsedMinutes,
            figures.Expiring,
            [.. ledger.OpenLots.Where(lot => lot.RemainingMinutes > 0).OrderBy(lot => lot.ExpiresAt).ThenBy(lot => lot.OpenedBy)],
            periodStart,
            periodEnd);
    }

    private static IQueryable<HourEntryRow> Entries(StorefrontDb db, AccountId account) =>
        db.Set<HourEntryRow>().Where(entry => entry.AccountId == account);

    private static async Task<IReadOnlyList<HourLine>> LinesAsync(
        StorefrontDb db, IQueryable<HourEntryRow> entries, CancellationToken cancellationToken)
    {
        var rows = await (
            from entry in entries
            from ticket in db.Set<Ticket>().Where(ticket => ticket.AccountId == entry.AccountId && ticket.Id == entry.TicketId).DefaultIfEmpty()
            select new { Entry = entry, Number = (int?)ticket.Number, Subject = (string?)ticket.Subject })
            .AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderByDescending(row => row.Entry.Sequence).Select(row => new HourLine(
                row.Entry.Id,
                row.Entry.Sequence,
                row.Entry.Kind,
                row.Entry.Minutes,
                row.Entry.BalanceAfter,
                row.Entry.At,
                row.Entry.CauseKind,
                row.Entry.Reason,
                row.Number is { } number ? new HourLineTicket(row.Entry.TicketId!.Value, number, row.Subject!) : null,
                row.Entry.ExpiresAt)),
        ];
    }
}
