using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store;

public class IdempotentActionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_and_input_is_answered_alike_and_done_once(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync(store, account, "key", 7)));

        Assert.Equal([1, 1, 1, 1, 1], answers.Select(answer => answer.Value));
    }

    [Theory, OnSqlite]
    public async Task The_same_key_for_something_else_is_refused(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var account = await store.OpenAccountAsync();
        await AskAsync(store, account, "key", 7);

        Assert.Equal(new IdempotencyKeyReused(), (await AskAsync(store, account, "key", 8)).Refusal);
        Assert.Equal(new IdempotencyKeyReused(), (await AskAsync(store, account, "key", 7, "another")).Refusal);
        Assert.Equal(2, (await AskAsync(store, account, "another key", 8)).Value);
    }

    [Theory, OnSqlite]
    public async Task Two_accounts_may_choose_the_same_key(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var (account, other) = (await store.OpenAccountAsync(), await store.OpenAccountAsync("Otra"));

        Assert.Equal(1, (await AskAsync(store, account, "key", 7)).Value);
        Assert.Equal(1, (await AskAsync(store, other, "key", 8)).Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public async Task A_key_that_is_empty_or_too_long_is_refused(int length)
    {
        await using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite);
        var account = await store.OpenAccountAsync();

        Assert.IsType<IdempotencyKeyNotValid>((await AskAsync(store, account, new string('k', length), 7)).Refusal);
    }

    private static Task<Result<long>> AskAsync(TestStore store, AccountId account, string key, int input, string operation = "sample") =>
        store.Transactions.RunAsync<long>(
            account,
            (scope, token) => scope.OnceAsync(
                operation, key, new { input }, () => Task.FromResult<Result<long>>(scope.Append(new SampleHappened(input))), token),
            CancellationToken.None);
}
