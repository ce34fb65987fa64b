using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store.EventLog;

namespace Storefront.Store;

/// <summary>
/// Runs actions, each as one transaction: lock the account, settle what is due for it, act, save. A refusal rolls everything back. When
/// somebody else was faster the whole action is run again.
/// </summary>
public sealed class AccountTransactions(
    IDbContextFactory<StorefrontDb> contexts,
    BusinessClock clock,
    EventTypes eventTypes,
    IServiceScopeFactory services,
    IEnumerable<ICommitListener> listeners,
    WriteQueue writers,
    TimeProvider time)
{
    private const int MostAttempts = 5;

    private static readonly AsyncLocal<bool> Inside = new();

    private readonly ICommitListener[] listeners = [.. listeners];

    /// <summary>Runs an action on an account; NOT_FOUND when there is no such account.</summary>
    public Task<Result<T>> RunAsync<T>(
        AccountId account, Func<AccountScope, CancellationToken, Task<Result<T>>> action, CancellationToken cancellationToken) =>
        RetryAsync<T>(
            async db => await LockAsync(db, account, cancellationToken) is { } scope
                ? ([scope], await SettledAsync([scope], () => action(scope, cancellationToken), cancellationToken))
                : ([], new NotFound("account")),
            cancellationToken);

    /// <summary>Runs an action on several accounts as one transaction, which may be none. They are locked by order of their ids.</summary>
    /// <param name="find">Which; asked again when they are locked, until no more come.</param>
    /// <param name="action">Gets those that there are.</param>
    /// <param name="cancellationToken">Stops it before anything was saved.</param>
    public Task<Result<T>> RunTogetherAsync<T>(
        Func<StorefrontDb, CancellationToken, Task<List<AccountId>>> find,
        Func<StoreScope, IReadOnlyList<AccountScope>, CancellationToken, Task<Result<T>>> action,
        CancellationToken cancellationToken) =>
        RetryAsync<T>(
            async db =>
            {
                var (seen, accounts) = (new HashSet<AccountId>(), new List<AccountScope>());
                while ((await find(db, cancellationToken)).Where(seen.Add).OrderBy(id => id.Value).ToList() is { Count: > 0 } more)
                {
                    foreach (var id in more)
                    {
                        if (await LockAsync(db, id, cancellationToken) is { } locked)
                        {
                            accounts.Add(locked);
                        }
                    }
                }

                var scope = new StoreScope(db, clock.GetCurrentInstant());
                return ([scope, .. accounts], await SettledAsync(accounts, () => action(scope, accounts, cancellationToken), cancellationToken));
            },
            cancellationToken);

    /// <summary>Opens an account and runs its first action.</summary>
    public Task<Result<T>> OpenAsync<T>(
        Func<Instant, Account> open, Func<AccountScope, CancellationToken, Task<Result<T>>> action, CancellationToken cancellationToken) =>
        RetryAsync<T>(async db =>
        {
            var now = clock.GetCurrentInstant();
            var account = open(now);
            db.Add(account);
            await db.SaveChangesAsync(cancellationToken);
            var scope = new AccountScope(db, account, now, eventTypes);
            return ([scope], await SettledAsync([scope], () => action(scope, cancellationToken), cancellationToken));
        },
        cancellationToken);

    /// <summary>Runs an action that belongs to no account.</summary>
    public Task<Result<T>> RunAsync<T>(Func<StoreScope, CancellationToken, Task<Result<T>>> action, CancellationToken cancellationToken) =>
        RetryAsync<T>(async db =>
        {
            var scope = new StoreScope(db, clock.GetCurrentInstant());
            return ([scope], await action(scope, cancellationToken));
        },
        cancellationToken);

    private async Task<AccountScope?> LockAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        // Writing the row, without changing it, locks it on PostgreSQL; SQLite's transaction began with the write lock.
        var found = await db.Set<Account>().Where(row => row.Id == account)
            .ExecuteUpdateAsync(row => row.SetProperty(locked => locked.NextSequence, locked => locked.NextSequence), cancellationToken);
        return found == 0
            ? null
            : new AccountScope(db, await db.Set<Account>().SingleAsync(row => row.Id == account, cancellationToken), clock.GetCurrentInstant(), eventTypes);
    }

    private async Task<Result<T>> SettledAsync<T>(IReadOnlyList<AccountScope> accounts, Func<Task<Result<T>>> action, CancellationToken cancellationToken)
    {
        await using var provider = services.CreateAsyncScope();
        var settlement = new AccountSettling([.. provider.ServiceProvider.GetServices<IAccountSettlement>()]);
        foreach (var scope in accounts)
        {
            await settlement.CatchUpAsync(scope, cancellationToken);
        }

        var result = await action();
        foreach (var scope in result.IsRefused ? [] : accounts)
        {
            await settlement.ScheduleNextAsync(scope, cancellationToken);
        }

        return result;
    }

    private async Task<Result<T>> RetryAsync<T>(
        Func<StorefrontDb, Task<(IReadOnlyList<StoreScope> Scopes, Result<T> Result)>> attempt, CancellationToken cancellationToken)
    {
        if (Inside.Value)
        {
            throw new InvalidOperationException("A transaction inside another would wait for it for ever.");
        }

        Inside.Value = true;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await AttemptAsync(attempt, cancellationToken);
            }
            catch (Exception conflict) when (attempts < MostAttempts && StoreFailures.IsConflict(conflict))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 25) * attempts), time, cancellationToken);
            }
        }
    }

    private async Task<Result<T>> AttemptAsync<T>(
        Func<StorefrontDb, Task<(IReadOnlyList<StoreScope> Scopes, Result<T> Result)>> attempt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var turn = await writers.EnterAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (scopes, result) = await attempt(db);
        if (result.IsRefused)
        {
            return result;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var scope in scopes)
        {
            Tell(scope);
        }

        return result;
    }

    private void Tell(StoreScope scope)
    {
        var commit = new Commit(scope is AccountScope { HasEvents: true } account ? account.AccountId : null, scope.HasDueWork);
        if (commit is { AccountId: null, HasDueWork: false })
        {
            return;
        }

        foreach (var listener in listeners)
        {
            listener.Committed(commit);
        }
    }
}
