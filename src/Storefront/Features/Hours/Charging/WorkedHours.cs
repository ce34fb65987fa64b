using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Hours.Charging;

/// <summary>
/// Takes the minutes of work. A house that refuses overage takes them whole or not at all (FLU-09); one that bills it takes what the period has
/// in which the work was done, and leaves the rest to be billed (FEN-12).
/// </summary>
public sealed class WorkedHours(HourUse use, HourLedgerStore hours, SubscriptionStore subscriptions)
{
    /// <summary>How many of the minutes came from the balance: all of them, or as far as it reached where the rest is billed.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="current">Its subscription; null where none runs.</param>
    /// <param name="minutes">From 1.</param>
    /// <param name="workedAt">When the work was done.</param>
    /// <param name="cause">The work.</param>
    /// <param name="key">Once for each key.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="fromHold">How many of them a quote holds for it.</param>
    public async Task<Result<int>> TakeAsync(
        AccountScope scope, CurrentSubscription? current, int minutes, Instant workedAt, HourCause cause, string key, CancellationToken cancellationToken, int fromHold = 0)
    {
        var policy = (current?.Policies ?? subscriptions.PresentPolicies).Hours;
        if (policy.Overage == OveragePolicy.Refuse)
        {
            return (await use.UseAsync(scope, minutes, cause, key, cancellationToken, fromHold)).Map(_ => minutes);
        }

        if (current is null)
        {
            return 0;
        }

        if (current.State.IsRunning && workedAt < current.Policies.StartOf(current.State.Period.Start))
        {
            return await TakeLapsedAsync(scope, current, minutes, workedAt, cause, key, cancellationToken);
        }

        var ledger = await hours.LoadAsync(scope.Db, scope.AccountId, [key], cancellationToken);
        var left = Math.Min(minutes, ledger.AvailableMinutes + fromHold);
        if (left == 0 && current.State.EnsureHoursUsable(current.Policies, scope.Now).Refusal is null)
        {
            return 0;
        }

        return (await use.UseAsync(scope, Math.Max(1, left), cause, key, cancellationToken, Math.Min(fromHold, left))).Map(_ => left);
    }

    /// <summary>Gives back what was taken under a key, whatever lines that came to.</summary>
    public async Task<Result<Done>> ReturnAsync(AccountScope scope, string key, string? reason, CancellationToken cancellationToken)
    {
        if ((await use.ReturnAsync(scope, key, reason, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        for (var part = 2; await hours.FindEntryAsync(scope.Db, scope.AccountId, Part(key, part), cancellationToken) is not null; part++)
        {
            if ((await use.ReturnAsync(scope, Part(key, part), reason, cancellationToken)).Refusal is { } stuck)
            {
                return stuck;
            }
        }

        return Done.Value;
    }

    /// <summary>Work that is logged after its period belongs to that period: it uses what had lapsed with it, and is billed beyond.</summary>
    private async Task<int> TakeLapsedAsync(
        AccountScope scope, CurrentSubscription current, int minutes, Instant workedAt, HourCause cause, string key, CancellationToken cancellationToken)
    {
        var period = current.State.Anchor.PeriodOf(current.Policies.DateOf(workedAt));
        var ended = current.Policies.StartOf(period.End);
        var until = current.Policies.StartOf(current.State.Period.End);
        var taken = 0;
        var part = 1;
        foreach (var lapse in await LapsesAsync(scope, ended, cancellationToken))
        {
            var back = await scope.Db.Set<HourEntryRow>()
                .Where(entry => entry.AccountId == scope.AccountId && entry.Kind == HourEntryKind.Reversal && entry.SubjectId == lapse.Id.Value)
                .SumAsync(entry => entry.Minutes, cancellationToken);
            var some = Math.Min(minutes - taken, -lapse.Minutes - back);
            if (some < 1)
            {
                continue;
            }

            var partKey = part == 1 ? key : Part(key, part);
            var ledger = await hours.LoadAsync(scope.Db, scope.AccountId, [partKey], cancellationToken);
            var posting = ledger.UseLapsed(lapse, some, scope.Now, until, cause, partKey);
            await hours.AppendAsync(scope, posting.Ledger, posting.Entries, cancellationToken);
            (taken, part) = (taken + some, part + 1);
        }

        return taken;
    }

    private static async Task<List<HourEntry>> LapsesAsync(AccountScope scope, Instant ended, CancellationToken cancellationToken) =>
    [
        .. (await scope.Db.Set<HourEntryRow>()
            .Where(entry => entry.AccountId == scope.AccountId && entry.Kind == HourEntryKind.Expiry && entry.At == ended)
            .OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken))
        .Select(row => HourLedgerStore.Entry(row, [])),
    ];

    private static string Part(string key, int part) => string.Create(CultureInfo.InvariantCulture, $"{key}:part-{part}");
}
