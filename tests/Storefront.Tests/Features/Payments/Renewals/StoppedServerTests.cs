using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Payments.Renewals;
using Storefront.Features.Subscriptions;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.EventLog;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>A server that stood still asks for the same, on the same days, as one that ran every day.</summary>
public sealed class StoppedServerTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task COM_07_FLU_21_One_pass_after_weeks_comes_to_what_every_day_does(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, AddRenewing);
        var (daily, stopped) = (await BuyAsync(store), await BuyAsync(store));
        for (var day = 0; day < 50; day++)
        {
            store.Time.Advance(Duration.FromDays(1));
            await SettleAsync(store, daily);
        }

        await SettleAsync(store, stopped);
        var (first, second) = (await BooksAsync(store, daily), await BooksAsync(store, stopped));
        Assert.Equal(first, second);
        Assert.Contains("2026-12-02 AwaitingPayment", first, StringComparison.Ordinal);
        Assert.Equal(5, first.Split("renewal.mail").Length - 1);
        Assert.Contains("subscription.paused", first, StringComparison.Ordinal);
    }

    private static Task<Result<Done>> SettleAsync(TestStore store, AccountId account) =>
        store.Transactions.RunAsync(account, (_, _) => Task.FromResult<Result<Done>>(Done.Value), CancellationToken.None);

    private static async Task<AccountId> BuyAsync(TestStore store)
    {
        var account = await store.OpenAccountAsync();
        var started = await store.Transactions.RunAsync<SubscriptionId>(
            account,
            async (scope, token) =>
            {
                var house = store.Get<Handbooks>().Present;
                var price = house.Plans.PriceOf("essential", BillingInterval.Month, house.DefaultCurrency).Value;
                var order = new Order
                {
                    AccountId = account,
                    Id = OrderId.New(scope.Now),
                    Reference = $"first-{account.Value:N}",
                    PlanKey = "essential",
                    Interval = BillingInterval.Month,
                    HandbookVersion = house.Version.Hash,
                    Net = price.Amount,
                    Tax = price.Tax,
                    Total = price.Total,
                    PaymentMethod = "transfer",
                    Status = OrderStatus.Paid,
                    OrderedBy = UserId.New(scope.Now),
                    OrderedAt = scope.Now,
                };
                scope.Db.Add(order);
                return (await store.Get<SubscriptionLifecycle>().StartAsync(scope, order, new FirstPayment($"paid-{account}"), token)).Map(row => row.Id);
            },
            CancellationToken.None);
        Assert.Null(started.Refusal);
        return account;
    }

    /// <summary>Without ids: what was asked for and when, what will be written and when, and what happened.</summary>
    private static async Task<string> BooksAsync(TestStore store, AccountId account)
    {
        await using var db = store.Db();
        var orders = await db.Set<Order>().AsNoTracking().Where(order => order.AccountId == account && order.RenewalDueOn != null).OrderBy(order => order.OrderedAt).ToListAsync();
        var work = await db.Set<DueWorkRow>().Where(row => row.AccountId == account && row.Kind == "renewal.mail").OrderBy(row => row.DueAt).ToListAsync();
        var events = await db.Set<EventRow>().Where(row => row.AccountId == account).OrderBy(row => row.Sequence).Select(row => new { row.Type, row.At }).ToListAsync();
        return string.Join(
            '\n',
            [
                .. orders.Select(order => $"{order.RenewalDueOn:uuuu-MM-dd} {order.Status} {order.Total} {order.OrderedAt}"),
                .. work.Select(row => $"{row.Kind} {row.DueAt} {row.Subject!.Split(' ')[0]}"),
                .. events.Select(row => $"{row.Type} {row.At}"),
            ]);
    }

    private static void AddRenewing(IServiceCollection services)
    {
        var settings = new StorefrontSettings
        {
            House = "flunt",
            DataDirectory = Path.GetTempPath(),
            IsSandbox = false,
            StripeKey = "sk_test_nobody",
            StripeWebhookSecret = "whsec_nobody",
            StripeAddress = new Uri("http://127.0.0.1:1"),
            PublicUrl = new Uri("http://shop.example/"),
        };
        var house = Handbooks.Load("flunt");
        services.AddSingleton(house);
        services.AddSingleton(new OwnAddress(settings, server: null!));
        services.AddSubscriptions();
        services.AddCheckout();
        services.AddPayments(settings);
        services.AddPaymentNotices(house.Attachments);
        services.AddCredits();
        services.AddRenewals();
        services.AddLocalization();
    }
}
