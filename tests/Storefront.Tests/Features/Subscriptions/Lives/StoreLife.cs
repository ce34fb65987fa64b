using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Desk;
using Storefront.Features.Hours;
using Storefront.Features.Hours.Advances;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Hours.Loyalty;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Stripe.Invoices;
using Storefront.Tests.Features.Hours;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Subscriptions.Lives;

/// <summary>A customer in the real store, by the program's own actions and due work, moved by the sandbox's clock or billed by the local Stripe.</summary>
internal sealed class StoreLife : IAsyncDisposable
{
    private readonly Subscriber subscriber;
    private readonly BilledSubscriber? billed;
    private readonly List<string> uses = [];
    private int keys;

    private StoreLife(Subscriber subscriber, BilledSubscriber? billed) => (this.subscriber, this.billed) = (subscriber, billed);

    public bool IsBilled => billed is not null;

    private Viewer Staff { get; } = new(UserId.New(TestStore.Start), "Valentina", "v@example.com", IsStaff: true, null, null, Language: null, Token: null);

    private TestStore Store => subscriber.Store;

    private AccountId Account => subscriber.Account;

    /// <param name="house">The handbook's key.</param>
    /// <param name="isBilled">Whether the local Stripe charges; otherwise payments are recorded as they are told.</param>
    public static async Task<StoreLife> OpenAsync(string house, bool isBilled)
    {
        var handbook = house == "flunt" ? null : Handbooks.Load(house);
        if (isBilled)
        {
            var billed = await BilledSubscriber.OpenAsync(handbook, FenicioShop.AddDesk);
            return new StoreLife(billed.Subscriber, billed);
        }

        var subscriber = await Subscriber.OpenAsync(
            DatabaseKind.Sqlite,
            services =>
            {
                if (handbook is not null)
                {
                    services.AddSingleton(handbook);
                    services.AddSingleton(new Handbooks(handbook));
                }

                FenicioShop.AddDesk(services);
            },
            handbook);
        return new StoreLife(subscriber, null);
    }

    public async Task BuyAsync(string plan, BillingInterval interval)
    {
        if (billed is not null)
        {
            await billed.SubscribeAsync(plan, interval);
        }
        else
        {
            Assert.Null((await subscriber.OrderAndPayAsync(plan, interval, Key())).Refusal);
        }
    }

    /// <summary>Lives on until noon of a day; everything due has been done then, in its order.</summary>
    public async Task MoveToAsync(LocalDate day)
    {
        if (billed is not null)
        {
            await billed.MoveToAsync(day.Year, day.Month, day.Day);
            await billed.RunDueWorkAsync();
        }
        else
        {
            var noon = day.At(new LocalTime(12, 0)).InZoneLeniently(Store.Get<Handbooks>().Present.Zone).ToInstant();
            Assert.False((await Store.Get<SandboxClock>().MoveToAsync(noon, CancellationToken.None)).IsRefused);
        }
    }

    public async Task PayAsync()
    {
        if (billed is not null)
        {
            await billed.RecordPaidTermsAsync();
            return;
        }

        var id = (await CurrentAsync())!.Id;
        var paid = await subscriber.RunAsync<DateOnly>(async (scope, token) =>
            (await subscriber.Lifecycle.RecordPaidTermAsync(scope, id, Key(), token)).Map(term => term.End.ToDateOnly()));
        Assert.Null(paid.Refusal);
    }

    /// <summary>How many minutes were there to be taken; none where it is refused.</summary>
    public async Task<int> UseAsync(int minutes)
    {
        var key = Key();
        var taken = await subscriber.RunAsync<int>(async (scope, token) => await Store.Get<WorkedHours>().TakeAsync(
            scope,
            await Store.Get<SubscriptionStore>().FindCurrentAsync(scope.Db, scope.AccountId, token),
            minutes,
            scope.Now,
            new HourCause(HourCauseKind.WorkLog),
            key,
            token));
        var some = taken.Match(value => value, _ => 0);
        if (some > 0)
        {
            uses.Add(key);
        }

        return some;
    }

    public async Task<bool> TakeBackAsync(int index) => !(await subscriber.RunAsync<Done>(
        (scope, token) => Store.Get<WorkedHours>().ReturnAsync(scope, uses[index], "Counted twice", token))).IsRefused;

    public async Task<bool> CorrectAsync(int minutes) =>
        !(await Store.Get<CorrectHours>().HandleAsync(Account, minutes, "Agreed by phone", Key(), Staff, CancellationToken.None)).IsRefused;

    /// <summary>Previews and takes it with the preview's token; gives why not.</summary>
    public async Task<string?> AdvanceAsync(int minutes)
    {
        var preview = await Store.Get<AdvanceHours>().PreviewAsync(minutes, subscriber.Owner, CancellationToken.None);
        if (preview.IsRefused)
        {
            return preview.Refusal.Code;
        }

        Assert.Null((await Store.Get<AdvanceHours>().HandleAsync(minutes, preview.Value.Token, Key(), subscriber.Owner, CancellationToken.None)).Refusal);
        return null;
    }

    /// <summary>Previews and does it with the preview's token; gives why not.</summary>
    public async Task<string?> WishAsync(WishKind kind)
    {
        var preview = await Store.Get<PreviewWish>().HandleAsync(kind, subscriber.Owner, CancellationToken.None);
        if (preview.IsRefused)
        {
            return preview.Refusal is NoSubscription ? new SubscriptionNotReady(PlanSubscriptionStatus.Canceled).Code : preview.Refusal.Code;
        }

        var done = await Store.Get<PreviewWish>().ConfirmAsync(preview.Value.Token, Key(), subscriber.Owner, CancellationToken.None);
        Assert.Null(done.Refusal);
        Assert.True(done.Value.IsInForce);
        return null;
    }

    public Task<Result<SealedPreview>> PreviewAsync(string plan, BillingInterval interval, bool temporary) => subscriber.PreviewAsync(plan, interval, temporary);

    public async Task ConfirmAsync(SealedPreview preview)
    {
        var done = await subscriber.ConfirmAsync(preview.Token, Key());
        Assert.Null(done.Refusal);
        Assert.True(done.Value.IsInForce);
    }

    public async Task<string?> RecordAsync(LocalDate firstDay, decimal amount, bool onTime) => (await Store.Get<RecordCommissionMonth>().HandleAsync(
        Account, firstDay.ToYearMonth(), amount.ToString(CultureInfo.InvariantCulture), onTime, Staff, CancellationToken.None)).Refusal?.Code;

    public async Task<PlanSubscription?> CurrentAsync()
    {
        await using var db = Store.Db();
        return await db.Set<PlanSubscription>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == Account && row.Status != PlanSubscriptionStatus.Canceled);
    }

    /// <summary>The ledger as it is stored, having looked at it from every side.</summary>
    public async Task<(int Balance, int Owed)> BalanceAsync()
    {
        await using var db = Store.Db();
        var entries = await db.Set<HourEntryRow>().AsNoTracking().Where(row => row.AccountId == Account).OrderBy(row => row.Sequence).ToListAsync();
        var lots = await db.Set<HourLotRow>().AsNoTracking().Where(row => row.AccountId == Account && !row.Closed).SumAsync(row => row.RemainingMinutes);
        var ledger = await db.Set<HourLedgerRow>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == Account);
        var read = await Store.Get<HourReader>().ReadAsync(Account, null, CancellationToken.None);
        var sum = 0;
        Assert.All(entries.Index(), line => Assert.True(
            line.Item.Sequence == line.Index + 1 && (sum += line.Item.Minutes) == line.Item.BalanceAfter && sum >= 0));
        Assert.Equal((sum, sum), (lots, read.AvailableMinutes));
        return (sum, ledger?.OwedMinutes ?? 0);
    }

    /// <summary>All that Stripe was paid or has put down for its next invoice, tax included.</summary>
    public async Task<long> ChargedAsync()
    {
        var charged = 0L;
        await foreach (var invoice in billed!.Stripe.V1.Invoices.ListAutoPagingAsync(new InvoiceListOptions { Limit = 100 }))
        {
            charged += invoice.AmountPaid;
        }

        await foreach (var item in billed.Stripe.V1.InvoiceItems.ListAutoPagingAsync(new InvoiceItemListOptions { Limit = 100, Pending = true }))
        {
            charged += item.Amount;
        }

        return charged;
    }

    public async ValueTask DisposeAsync()
    {
        if (billed is not null)
        {
            await billed.DisposeAsync();
        }
        else
        {
            await subscriber.DisposeAsync();
        }
    }

    private string Key() => $"key {++keys}";
}
