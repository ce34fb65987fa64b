using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Store.DueWork;

namespace Storefront.Store;

/// <summary>What an action works with inside its transaction. It may be run again from the start, so it does nothing beside the database.</summary>
public class StoreScope
{
    internal StoreScope(StorefrontDb db, Instant now)
    {
        Db = db;
        Now = now;
    }

    /// <summary>Changes to its rows are saved when the action ends without a refusal.</summary>
    public StorefrontDb Db { get; }

    /// <summary>Business time, one instant for the whole action; while an account settles, the instant of what is settled.</summary>
    public Instant Now { get; internal set; }

    internal bool HasDueWork { get; private set; }

    /// <summary>Has something done at an instant. The key names the thing to be done: asked again, it is moved.</summary>
    /// <param name="kind">The handler's.</param>
    /// <param name="key">One row a key, such as <c>mail:…</c>.</param>
    /// <param name="dueAt">Business time; in the past means at once.</param>
    /// <param name="account">Whose it is, if anybody's.</param>
    /// <param name="subject">What the handler needs beyond the account.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task ScheduleAsync(
        string kind, string key, Instant dueAt, AccountId? account = null, string? subject = null, CancellationToken cancellationToken = default)
    {
        HasDueWork = true;
        if (await FindWorkAsync(key, cancellationToken) is not { } work)
        {
            Db.Add(new DueWorkRow
            {
                Id = DueWorkId.New(Now),
                Kind = kind,
                Key = key,
                AccountId = account,
                Subject = subject,
                DueAt = dueAt.Stored(),
            });
            return;
        }

        if (work.DoneAt is null && work.DueAt == dueAt.Stored() && work.Subject == subject)
        {
            return;
        }

        // No attempts any more: whoever is at the old one cannot tick off the new one.
        (work.DueAt, work.Subject, work.DoneAt, work.HeldUntil, work.Attempts, work.LastError) = (dueAt.Stored(), subject, null, null, 0, null);
    }

    /// <summary>Takes back what <see cref="ScheduleAsync"/> asked for; nothing happens when there is no such thing.</summary>
    public async Task UnscheduleAsync(string key, CancellationToken cancellationToken = default)
    {
        if (await FindWorkAsync(key, cancellationToken) is { DoneAt: null } work)
        {
            work.DoneAt = Now;
        }
    }

    /// <summary>The next number of a numbering of the house. Take it last: whoever else needs one waits for this transaction.</summary>
    public async Task<long> NextNumberAsync(string counter, CancellationToken cancellationToken = default)
    {
        var next = await Db.Database.SqlQuery<long>(
            $"INSERT INTO house_counters (name, next) VALUES ({counter}, 2) ON CONFLICT (name) DO UPDATE SET next = house_counters.next + 1 RETURNING next - 1 AS \"Value\"")
            .ToListAsync(cancellationToken);
        return next[0];
    }

    private async Task<DueWorkRow?> FindWorkAsync(string key, CancellationToken cancellationToken) =>
        Db.Set<DueWorkRow>().Local.FirstOrDefault(work => work.Key == key)
        ?? await Db.Set<DueWorkRow>().FirstOrDefaultAsync(work => work.Key == key, cancellationToken);
}
