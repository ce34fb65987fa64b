using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Hours;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Hours;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>The hours that approved quotes hold; what the rows hold is always what the ledger holds. Inside an action's transaction.</summary>
public sealed class QuoteHolds(HourLedgerStore hours, SubscriptionStore subscriptions)
{
    /// <summary>Holds what an approved quote still needs, all of it or nothing; where the house bills the rest, what there is (FEN-12).</summary>
    public async Task<Result<Done>> HoldAsync(AccountScope scope, QuoteRow quote, CancellationToken cancellationToken)
    {
        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        var policy = (current?.Policies ?? subscriptions.PresentPolicies).Hours;
        var ledger = await hours.LoadAsync(scope.Db, scope.AccountId, [], cancellationToken);
        var missing = Math.Max(0, quote.Minutes - await QuoteBook.UsedAsync(scope, quote.TicketId, cancellationToken) - quote.HeldMinutes);
        var taken = QuoteHold.Check(ledger, policy, missing);
        if (taken.Refusal is { } refusal)
        {
            return refusal;
        }

        quote.HeldMinutes += taken.Value;
        if (taken.Value > 0)
        {
            await hours.AppendAsync(scope, ledger.Hold(taken.Value).Value, [], cancellationToken);
        }

        scope.Append(new HoursHeld(quote.TicketId, quote.Id, quote.HeldMinutes));
        return Done.Value;
    }

    /// <summary>Gives back what a quote still holds.</summary>
    public async Task ReleaseAsync(AccountScope scope, QuoteRow quote, CancellationToken cancellationToken)
    {
        if (quote.HeldMinutes == 0)
        {
            return;
        }

        var ledger = await hours.LoadAsync(scope.Db, scope.AccountId, [], cancellationToken);
        await hours.AppendAsync(scope, ledger.Release(quote.HeldMinutes), [], cancellationToken);
        quote.HeldMinutes = 0;
        scope.Append(new HoursHeld(quote.TicketId, quote.Id, 0));
    }

    /// <summary>How much of a log's minutes its quote has held for it.</summary>
    public static async Task<int> ForAsync(AccountScope scope, QuoteId? quote, int minutes, CancellationToken cancellationToken) =>
        quote is { } id && await FindAsync(scope, id, cancellationToken) is { } row ? Math.Min(row.HeldMinutes, minutes) : 0;

    /// <summary>What was held for a log has been used.</summary>
    public static async Task UsedAsync(AccountScope scope, QuoteId quote, int minutes, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope, quote, cancellationToken) is { } row)
        {
            row.HeldMinutes -= minutes;
        }
    }

    /// <summary>What the ledger holds in all.</summary>
    public static async Task<int> HeldAsync(AccountScope scope, CancellationToken cancellationToken) =>
        (await scope.Db.Set<HourLedgerRow>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId, cancellationToken))?.HeldMinutes ?? 0;

    /// <summary>Whether the ledger and what quotes need have come apart: something lapsed under them, or came that they can hold.</summary>
    public async Task<bool> AreOffAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var (rows, holds) = await ReadAsync(scope, cancellationToken);
        return rows.Count > 0 && Reconciled(holds, await hours.LoadAsync(scope.Db, scope.AccountId, [], cancellationToken)).Any;
    }

    /// <summary>Brings the two together again: after work, reversals and the end of periods.</summary>
    public async Task ReconcileAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var (rows, holds) = await ReadAsync(scope, cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        var (settled, ledger, any) = Reconciled(holds, await hours.LoadAsync(scope.Db, scope.AccountId, [], cancellationToken));
        if (!any)
        {
            return;
        }

        foreach (var (row, hold) in rows.Zip(settled).Where(pair => pair.First.HeldMinutes != pair.Second.HeldMinutes))
        {
            row.HeldMinutes = hold.HeldMinutes;
            scope.Append(new HoursHeld(row.TicketId, row.Id, row.HeldMinutes));
        }

        await hours.AppendAsync(scope, ledger, [], cancellationToken);
    }

    private static (IReadOnlyList<QuoteHold> Holds, HourLedger Ledger, bool Any) Reconciled(IReadOnlyList<QuoteHold> holds, HourLedger ledger)
    {
        var (settled, after) = QuoteHold.Reconcile(holds, ledger);
        return (settled, after, after.HeldMinutes != ledger.HeldMinutes || !settled.SequenceEqual(holds));
    }

    private static async Task<(List<QuoteRow> Rows, List<QuoteHold> Holds)> ReadAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var rows = await scope.Db.Set<QuoteRow>()
            .Where(quote => quote.AccountId == scope.AccountId && quote.Status == QuoteStatus.Approved)
            .OrderBy(quote => quote.DecidedAt).ThenBy(quote => quote.Id).ToListAsync(cancellationToken);
        var holds = new List<QuoteHold>();
        foreach (var row in rows)
        {
            holds.Add(new QuoteHold(row.Id, Math.Max(0, row.Minutes - await QuoteBook.UsedAsync(scope, row.TicketId, cancellationToken)), row.HeldMinutes));
        }

        return (rows, holds);
    }

    private static async Task<QuoteRow?> FindAsync(AccountScope scope, QuoteId id, CancellationToken cancellationToken) =>
        await scope.Db.Set<QuoteRow>().Where(row => row.AccountId == scope.AccountId && row.Id == id && row.Status == QuoteStatus.Approved)
            .SingleOrDefaultAsync(cancellationToken);
}
