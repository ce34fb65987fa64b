using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.EventLog;
using Storefront.Store.Outbox;
using Storefront.Store.Retention;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store;

/// <summary>What has served its purpose is removed when it is old; what has not, and the books, stay.</summary>
public class StorePrunerTests
{
    private static readonly RetentionSettings Days = new() { WebhookTextDays = 10, WebhookDays = 40, MailDays = 20, IdempotencyKeyDays = 5, DoneWorkDays = 15 };

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_kind_goes_on_the_day_that_the_settings_say(DatabaseKind kind)
    {
        await using var store = await CreateAsync(kind);
        var account = await store.OpenAccountAsync();
        await FillAsync(store, account, rows: 1);

        Assert.Equal(0, await PruneAsync(store, 5));
        Assert.Equal((3, 2, 2, 2, 2), await CountAsync(store));
        Assert.Equal(1, await PruneAsync(store, 6));
        Assert.Equal((3, 2, 2, 1, 2), await CountAsync(store));
        Assert.Equal(2, await PruneAsync(store, 11));
        Assert.Equal((3, 2, 2, 1, 2), await CountAsync(store));
        Assert.Equal(["", "", "{}"], await TextsAsync(store));
        Assert.Equal(1, await PruneAsync(store, 16));
        Assert.Equal((3, 2, 1, 1, 2), await CountAsync(store));
        Assert.Equal(1, await PruneAsync(store, 21));
        Assert.Equal((3, 1, 1, 1, 2), await CountAsync(store));
        Assert.Equal(2, await PruneAsync(store, 41));

        // The failed webhook, the mail that was not sent, the work that was not done, the payment's key and the events stay.
        Assert.Equal((1, 1, 1, 1, 2), await CountAsync(store));
        Assert.Equal(0, await PruneAsync(store, 4000));
        await using var db = store.Db();
        Assert.Equal(SubscriptionLifecycle.PaidTermOperation, (await db.Set<IdempotencyKeyRow>().SingleAsync()).Operation);
        Assert.Null((await db.Set<MailRow>().SingleAsync()).SentAt);
        Assert.Null((await db.Set<DueWorkRow>().SingleAsync()).DoneAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_rows_go_in_several_transactions(DatabaseKind kind)
    {
        await using var store = await CreateAsync(kind);
        const int rows = StorePruner.BatchSize + 7;
        await FillAsync(store, await store.OpenAccountAsync(), rows);

        await PruneAsync(store, 41);

        Assert.Equal((rows, rows, rows, rows, 2 * rows), await CountAsync(store));
    }

    [Theory]
    [InlineData("Retention:Mails", "0")]
    [InlineData("Retention:Webhooks", "soon")]
    [InlineData("Retention:DoneWork", "-1")]
    public void Days_that_are_none_refuse_the_start(string key, string value)
    {
        var problems = new List<string>();

        RetentionSettings.Read(name => name == key ? value : null, problems);

        Assert.Contains(value, Assert.Single(problems), StringComparison.Ordinal);
    }

    private static Task<TestStore> CreateAsync(DatabaseKind kind) => TestStore.CreateAsync(kind, services => services.AddSingleton(provider =>
        new StorePruner(
            provider.GetRequiredService<IDbContextFactory<StorefrontDb>>(),
            provider.GetRequiredService<BusinessClock>(),
            provider.GetRequiredService<WriteQueue>(),
            provider.GetRequiredService<StorefrontSettings>() with { Retention = Days })));

    private static async Task<int> PruneAsync(TestStore store, int day)
    {
        store.Time.Advance(TestStore.Start + Duration.FromDays(day) + Duration.FromHours(-1) - store.Time.Now);
        return await store.Get<StorePruner>().RunAsync(CancellationToken.None);
    }

    /// <summary>Of each kind some that have served their purpose and some that have not.</summary>
    private static async Task FillAsync(TestStore store, AccountId account, int rows)
    {
        await using var db = store.Db();
        var at = TestStore.Start;
        for (var number = 1; number <= rows; number++)
        {
            db.AddRange(
                Webhook($"evt_p{number}", WebhookEventState.Processed), Webhook($"evt_i{number}", WebhookEventState.Ignored), Webhook($"evt_f{number}", WebhookEventState.Failed));
            db.AddRange(Mail(at), Mail(sentAt: null));
            db.AddRange(Work($"done:{number}", at), Work($"todo:{number}", doneAt: null));
            db.AddRange(Key($"key-{number}", "openTicket"), Key($"payment-{number}", SubscriptionLifecycle.PaidTermOperation));
            db.AddRange(Event(2 * number), Event((2 * number) + 1));
        }

        await db.SaveChangesAsync();

        WebhookEvent Webhook(string id, WebhookEventState state) =>
            new() { Id = WebhookEventId.New(at), StripeEventId = id, Type = "invoice.paid", Raw = "{}", ReceivedAt = at, State = state };
        MailRow Mail(Instant? sentAt) =>
            new() { Id = MailId.New(at), To = "ana@example.com", Subject = "Hola", Body = "Hola", Language = "es", CreatedAt = at, SentAt = sentAt };
        DueWorkRow Work(string key, Instant? doneAt) => new() { Id = DueWorkId.New(at), Kind = "sample", Key = key, DueAt = at, DoneAt = doneAt };
        IdempotencyKeyRow Key(string key, string operation) =>
            new() { AccountId = account, Key = key, Operation = operation, InputHash = [], Answer = "{}", CreatedAt = at };
        EventRow Event(long sequence) =>
            new() { AccountId = account, Stream = EventStream.Customer, Sequence = sequence, Type = "sample.happened", Version = 1, At = at, Data = "{}", PublishedAt = at };
    }

    private static async Task<(int Webhooks, int Mails, int Work, int Keys, int Events)> CountAsync(TestStore store)
    {
        await using var db = store.Db();
        return (
            await db.Set<WebhookEvent>().CountAsync(),
            await db.Set<MailRow>().CountAsync(),
            await db.Set<DueWorkRow>().CountAsync(),
            await db.Set<IdempotencyKeyRow>().CountAsync(),
            await db.Set<EventRow>().CountAsync());
    }

    private static async Task<List<string>> TextsAsync(TestStore store)
    {
        await using var db = store.Db();
        return await db.Set<WebhookEvent>().Select(row => row.Raw).OrderBy(text => text).ToListAsync();
    }
}
