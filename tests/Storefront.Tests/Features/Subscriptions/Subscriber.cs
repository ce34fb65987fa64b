using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Hours;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Keys;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.EventLog;
using Storefront.Stripe;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Subscriptions;

/// <summary>An account in a store of its own, with what tests do to its subscription. Nothing runs in the background: time is settled when asked.</summary>
public sealed class Subscriber(TestStore store, AccountId account) : IAsyncDisposable
{
    public TestStore Store => store;

    public AccountId Account => account;

    public SubscriptionLifecycle Lifecycle => store.Get<SubscriptionLifecycle>();

    private Handbook Handbook => store.Get<Handbooks>().Present;

    /// <summary>Who acts: an owner of the account.</summary>
    public Viewer Owner { get; } = new(UserId.New(TestStore.Start), "Ana", "ana@example.com", IsStaff: false, account, MemberRole.Owner, Language: null, Token: null);

    public static void Configure(IServiceCollection services)
    {
        services.AddSubscriptions();
        services.AddStripe(options => options.ApiBase = new Uri("http://127.0.0.1:1/"));
        services.AddSingleton<StripeCatalogue>();
        services.AddLocalization();
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton<Seals>();
    }

    /// <param name="kind">On which database.</param>
    /// <param name="configure">Services that come before the usual ones.</param>
    /// <param name="house">Another handbook than Flunt's, which <paramref name="configure"/> adds.</param>
    public static async Task<Subscriber> OpenAsync(DatabaseKind kind, Action<IServiceCollection>? configure = null, Handbook? house = null)
    {
        var store = await TestStore.CreateAsync(kind, services =>
        {
            configure?.Invoke(services);
            Configure(services);
        });
        if (house is not null)
        {
            await store.KnowAsync(house);
        }

        return new Subscriber(store, await store.OpenAccountAsync());
    }

    public static async Task<Subscriber> BuyAsync(
        DatabaseKind kind, string plan = "essential", BillingInterval interval = BillingInterval.Month)
    {
        var subscriber = await OpenAsync(kind);
        Assert.Null((await subscriber.OrderAndPayAsync(plan, interval)).Refusal);
        return subscriber;
    }

    public Task<Result<T>> RunAsync<T>(Func<AccountScope, CancellationToken, Task<Result<T>>> action) =>
        store.Transactions.RunAsync(account, action, CancellationToken.None);

    public Task<Result<SubscriptionId>> OrderAndPayAsync(
        string plan, BillingInterval interval, string key = "in_first", string? stripeSubscription = null, string? stripeItem = null) => RunAsync<SubscriptionId>(async (scope, cancellationToken) =>
        {
            var order = PlanOrders.AddPaid(scope, Handbook, plan, interval, key, "stripe");
            var started = await Lifecycle.StartAsync(scope, order, new FirstPayment(key, stripeSubscription, stripeItem), cancellationToken);
            return started.Map(row => row.Id);
        });

    public async Task<Result<DateOnly>> PayRenewalAsync(string key)
    {
        var id = (await SubscriptionAsync()).Id;
        return await RunAsync<DateOnly>(async (scope, cancellationToken) =>
            (await Lifecycle.RecordPaidTermAsync(scope, id, key, cancellationToken)).Map(term => term.End.ToDateOnly()));
    }

    public Task<Result<HourEntry>> UseAsync(int minutes, string key) => RunAsync<HourEntry>((scope, cancellationToken) =>
        store.Get<HourUse>().UseAsync(scope, minutes, new HourCause(HourCauseKind.WorkLog), key, cancellationToken));

    public Task<Result<SealedPreview>> PreviewAsync(string plan, BillingInterval interval = BillingInterval.Month, bool temporary = false) =>
        store.Get<PreviewPlanChange>().HandleAsync(new PreviewPlanChangeInput(plan, interval, temporary), Owner, CancellationToken.None);

    public Task<Result<ChangeOutcome>> ConfirmAsync(string token, string? key = null) =>
        store.Get<ConfirmPlanChange>().HandleAsync(token, key, Owner, CancellationToken.None);

    public async Task<ChangePreview> ChangeAsync(string plan, BillingInterval interval = BillingInterval.Month, bool temporary = false)
    {
        var preview = await PreviewAsync(plan, interval, temporary);
        Assert.Null(preview.Refusal);
        var confirmed = await ConfirmAsync(preview.Value.Token);
        Assert.Null(confirmed.Refusal);
        Assert.True(confirmed.Value.IsInForce);
        return preview.Value.Preview;
    }

    public Task<Result<ChangeOutcome>> AskAsync(SubscriptionChange change, string key) =>
        store.Get<OwnersChange>().HandleAsync(change, key, Owner, CancellationToken.None);

    /// <summary>Does what has become due, as the background does it.</summary>
    public Task SettleAsync() => RunAsync<Done>((_, _) => Task.FromResult<Result<Done>>(Done.Value));

    /// <summary>Moves time to that hour of a day in Santiago, without settling anything.</summary>
    public void MoveTo(int year, int month, int day, int hour = 12)
    {
        var at = new LocalDateTime(year, month, day, hour, 0).InZoneLeniently(Handbook.Zone).ToInstant();
        store.Time.Advance(at - store.Time.Now);
    }

    public async Task MoveToAndSettleAsync(int year, int month, int day, int hour = 12)
    {
        MoveTo(year, month, day, hour);
        await SettleAsync();
    }

    public async Task<PlanSubscription> SubscriptionAsync()
    {
        await using var db = store.Db();
        return await db.Set<PlanSubscription>().AsNoTracking().SingleAsync(row => row.AccountId == account);
    }

    public async Task<List<HourEntryRow>> EntriesAsync()
    {
        await using var db = store.Db();
        return await db.Set<HourEntryRow>().AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Sequence).ToListAsync();
    }

    /// <summary>The ledger in short: "Grant 600", "Expiry -16" …</summary>
    public async Task<string[]> LinesAsync() => [.. (await EntriesAsync()).Select(entry => $"{entry.Kind} {entry.Minutes}")];

    public async Task<int> BalanceAsync() => (await EntriesAsync()).LastOrDefault()?.BalanceAfter ?? 0;

    public async Task<List<string>> EventsAsync()
    {
        await using var db = store.Db();
        return await db.Set<EventRow>().Where(row => row.AccountId == account).OrderBy(row => row.Sequence).Select(row => row.Type).ToListAsync();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
