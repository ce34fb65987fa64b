using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Hours;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.EventLog;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store;

public class AccountTransactionsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_an_action_changed_and_said_is_there_when_it_ends(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();

        var renamed = await store.Transactions.RunAsync<long>(account, Rename("Tienda Norte", 1), CancellationToken.None);

        await using var db = store.Db();
        Assert.Equal(1, renamed.Value);
        Assert.Equal("Tienda Norte", (await db.Set<Account>().SingleAsync(row => row.Id == account)).Name);
        var happened = await db.Set<EventRow>().SingleAsync();
        Assert.Equal((account, EventStream.Customer, 1L, "sample.happened", TestStore.Start), (happened.AccountId, happened.Stream, happened.Sequence, happened.Type, happened.At));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refusal_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();

        var refused = await store.Transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                scope.Account.Name = "Tienda Norte";
                scope.Append(new SampleHappened(1));
                await scope.ScheduleAsync("sample", "sample", scope.Now, account, cancellationToken: token);
                await scope.Db.SaveChangesAsync(token);
                return new NotFound("sample");
            },
            CancellationToken.None);

        await using var db = store.Db();
        Assert.Equal(new NotFound("sample"), refused.Refusal);
        var row = await db.Set<Account>().SingleAsync();
        Assert.Equal(("Tienda Sur", 1L), (row.Name, row.NextSequence));
        Assert.False(await db.Set<EventRow>().AnyAsync());
        Assert.False(await db.Set<DueWorkRow>().AnyAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_that_does_not_exist_is_not_found(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);

        var result = await store.Transactions.RunAsync<long>(AccountId.New(TestStore.Start), Rename("Nobody", 1), CancellationToken.None);

        Assert.Equal(new NotFound("account"), result.Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_Of_two_who_want_the_last_minutes_one_is_refused_and_the_balance_is_right(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var otherNode = store.AnotherNode();
        var account = await store.OpenAccountAsync();
        await GrantAsync(store, account, 60);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? store : otherNode).Transactions.RunAsync<int>(account, Use(60, $"use-{i}"), CancellationToken.None)));

        Assert.Single(results, result => !result.IsRefused);
        Assert.All(results.Where(result => result.IsRefused), result => Assert.IsType<NotEnoughHours>(result.Refusal));
        await using var db = store.Db();
        Assert.Equal([60, 0], await db.Set<HourEntryRow>().OrderBy(entry => entry.Sequence).Select(entry => entry.BalanceAfter).ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Sequences_have_no_gaps_whoever_writes_and_is_refused(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var otherNode = store.AnotherNode();
        var account = await store.OpenAccountAsync();

        var sequences = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => (i % 2 == 0 ? store : otherNode).Transactions.RunAsync<long>(
            account,
            (scope, _) =>
            {
                var sequence = scope.Append(new SampleHappened(i));
                scope.AppendStaff(new SampleHappened(-i));
                return Task.FromResult<Result<long>>(i % 3 == 0 ? new NotFound("sample") : sequence);
            },
            CancellationToken.None)));

        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), sequences.Where(s => !s.IsRefused).Select(s => s.Value).Order());
        await using var db = store.Db();
        foreach (var stream in Enum.GetValues<EventStream>())
        {
            var stored = await db.Set<EventRow>().Where(row => row.Stream == stream).Select(row => row.Sequence).OrderBy(s => s).ToListAsync();
            Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), stored);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_staff_say_among_themselves_leaves_no_gap_for_the_customer(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();

        var sequences = await store.Transactions.RunAsync<(long, long, long)>(
            account,
            (scope, _) => Task.FromResult<Result<(long, long, long)>>(
                (scope.Append(new SampleHappened(1)), scope.AppendStaff(new SampleHappened(2)), scope.Append(new SampleHappened(3)))),
            CancellationToken.None);

        Assert.Equal((1, 1, 2), sequences.Value);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_02_The_database_itself_refuses_a_negative_balance(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();
        await GrantAsync(store, account, 10);

        await Assert.ThrowsAsync<DbUpdateException>(() => store.Transactions.RunAsync<int>(
            account,
            (scope, _) =>
            {
                scope.Db.Add(Entry(scope, HourEntryKind.Use, 2, -20, -10, "use"));
                return Task.FromResult<Result<int>>(-10);
            },
            CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_of_the_house_is_given_once(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var otherNode = store.AnotherNode();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? store : otherNode).Transactions.RunAsync<long>(
            async (scope, token) =>
            {
                var number = await scope.NextNumberAsync(HouseCounter.Tickets, token);
                return i == 5 ? new NotFound("sample") : number;
            },
            CancellationToken.None)));

        Assert.Equal(Enumerable.Range(1, 11).Select(i => (long)i), numbers.Where(n => !n.IsRefused).Select(n => n.Value).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_loses_a_race_for_a_key_runs_again_and_sees_the_winner(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var otherNode = store.AnotherNode();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? store : otherNode).Transactions.RunAsync<bool>(
            async (scope, token) =>
            {
                if (await scope.Db.Set<DataProtectionKeyRow>().AnyAsync(token))
                {
                    return false;
                }

                scope.Db.Add(new DataProtectionKeyRow { FriendlyName = "one", Xml = "<key/>" });
                return true;
            },
            CancellationToken.None)));

        Assert.Single(results, result => result.Value);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_07_Before_an_action_what_was_due_is_done_in_order_and_each_at_its_own_instant(DatabaseKind kind)
    {
        var later = new Steps("later", TestStore.Start + Duration.FromHours(2), TestStore.Start + Duration.FromHours(5));
        var sooner = new Steps("sooner", TestStore.Start + Duration.FromHours(1), TestStore.Start + Duration.FromHours(3), TestStore.Start + Duration.FromDays(9));
        await using var store = await TestStore.CreateAsync(kind, services => services.AddSingleton<IAccountSettlement>(later).AddSingleton<IAccountSettlement>(sooner));
        var account = await store.OpenAccountAsync();
        store.Time.Advance(Duration.FromHours(24));

        await store.Transactions.RunAsync<long>(account, Rename("Tienda Norte", 99), CancellationToken.None);

        await using var db = store.Db();
        var events = await db.Set<EventRow>().OrderBy(row => row.Sequence).Select(row => row.At).ToListAsync();
        Assert.Equal([1, 2, 3, 5, 24], events.Select(at => (at - TestStore.Start).TotalHours));
        var due = await db.Set<DueWorkRow>().SingleAsync();
        Assert.Equal((AccountSettling.DueWorkKind, TestStore.Start + Duration.FromDays(9)), (due.Kind, due.DueAt));
    }

    [Theory, OnSqlite]
    public async Task A_transaction_inside_another_is_refused_rather_than_waited_for(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Transactions.RunAsync<long>(
            account,
            (_, token) => store.Transactions.RunAsync<long>(account, Rename("x", 1), token),
            CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Instants_dates_ids_money_and_enums_come_back_as_they_were(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();
        var at = Instant.FromUtc(1969, 12, 31, 23, 59) + Duration.FromTicks(1234567890);
        var lot = new HourLotRow
        {
            AccountId = account,
            Id = HourLotId.New(TestStore.Start),
            Source = LotSource.Rollover,
            Minutes = 5,
            RemainingMinutes = 5,
            OpenedBy = 1,
            GrantedAt = at,
            ExpiresAt = at + Duration.FromDays(1),
        };
        await using (var db = store.Db())
        {
            db.Add(lot);
            await db.SaveChangesAsync();
        }

        await using var again = store.Db();
        var read = await again.Set<HourLotRow>().SingleAsync(row => row.Id == lot.Id && row.Source == LotSource.Rollover && row.ExpiresAt > at);
        Assert.Equal((lot.Id, at, LotSource.Rollover), (read.Id, read.GrantedAt, read.Source));
    }

    private static Func<AccountScope, CancellationToken, Task<Result<long>>> Rename(string name, int number) => (scope, _) =>
    {
        scope.Account.Name = name;
        return Task.FromResult<Result<long>>(scope.Append(new SampleHappened(number)));
    };

    private static Task<Result<Done>> GrantAsync(TestStore store, AccountId account, int minutes) => store.Transactions.RunAsync<Done>(
        account,
        (scope, _) =>
        {
            scope.Db.Add(Entry(scope, HourEntryKind.Grant, 1, minutes, minutes, "grant"));
            return Task.FromResult<Result<Done>>(Done.Value);
        },
        CancellationToken.None);

    private static Func<AccountScope, CancellationToken, Task<Result<int>>> Use(int minutes, string key) => async (scope, token) =>
    {
        var last = await scope.Db.Set<HourEntryRow>().Where(entry => entry.AccountId == scope.AccountId).OrderByDescending(entry => entry.Sequence).FirstAsync(token);
        if (last.BalanceAfter < minutes)
        {
            return new NotEnoughHours(minutes - last.BalanceAfter, last.BalanceAfter);
        }

        scope.Db.Add(Entry(scope, HourEntryKind.Use, last.Sequence + 1, -minutes, last.BalanceAfter - minutes, key));
        return last.BalanceAfter - minutes;
    };

    private static HourEntryRow Entry(AccountScope scope, HourEntryKind kind, long sequence, int minutes, int balance, string key) => new()
    {
        AccountId = scope.AccountId,
        Id = HourEntryId.New(scope.Now),
        Sequence = sequence,
        Kind = kind,
        Minutes = minutes,
        BalanceAfter = balance,
        At = scope.Now,
        CauseKind = HourCauseKind.Payment,
        IdempotencyKey = key,
    };

    /// <summary>Something that happens to an account at given instants, and says so in its events.</summary>
    private sealed class Steps(string name, params Instant[] instants) : IAccountSettlement
    {
        public async Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken)
        {
            var done = await scope.Db.Set<DataProtectionKeyRow>().CountAsync(row => row.FriendlyName.StartsWith(name), cancellationToken);
            return done < instants.Length ? instants[done] : null;
        }

        public Task SettleAsync(AccountScope scope, CancellationToken cancellationToken)
        {
            scope.Append(new SampleHappened(0));
            scope.Db.Add(new DataProtectionKeyRow { FriendlyName = $"{name} {scope.Now}", Xml = "" });
            return Task.CompletedTask;
        }
    }
}
