using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Checkout;

/// <summary>Buying on either database: paid through the local Stripe, and for nothing without it.</summary>
public sealed class BuyingOnBothDatabasesTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_plan_is_bought_renewed_and_falls_overdue_when_its_card_fails(DatabaseKind kind)
    {
        await using var host = await StorefrontHost.StartAsync(kind);
        var buyer = await Buyer.OpenAsync(host);
        await buyer.BuyAsync(buyer.Wish(interval: BillingInterval.Month), PaymentPage.FailingLaterCard);
        Assert.Equal("Grant 1200", (await buyer.ReadAsync()).Hours);

        await host.MoveClockAsync(Duration.FromDays(32));
        var outcome = await buyer.ReadAsync();
        Assert.Equal("Failed 666400 CLP, Succeeded 666400 CLP", outcome.Payments);
        Assert.StartsWith("PastDue business Month", outcome.Subscriptions, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Many_who_ask_at_once_under_one_key_order_once(DatabaseKind kind)
    {
        await using var host = await StorefrontHost.StartAsync(kind);
        var buyer = await Buyer.OpenAsync(host);
        var wish = buyer.Wish(key: "once");
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => buyer.StartAsync(wish)));

        Assert.All(all, started => Assert.Equal(all[0].Value, started.Value));
        Assert.Equal("AwaitingPayment 7197120 CLP", (await buyer.ReadAsync()).Orders);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task An_order_of_nothing_takes_the_same_path_and_is_granted_without_Stripe(DatabaseKind kind)
    {
        var house = Free();
        await using var store = await TestStore.CreateAsync(kind, services => AddBuying(services, house));
        await using (var db = store.Db())
        {
            db.Add(new HandbookVersionRow
            {
                Hash = house.Version.Hash,
                SchemaVersion = house.Version.SchemaVersion,
                Json = house.CanonicalJson,
                LoadedAt = TestStore.Start,
            });
            await db.SaveChangesAsync();
        }

        var account = await store.OpenAccountAsync();
        var viewer = new Viewer(UserId.New(TestStore.Start), "Ana", "ana@tienda.example", IsStaff: false, account, MemberRole.Owner, "en", Token: null);
        var wish = new StartCheckoutInput("essential", BillingInterval.Month, "CLP", "card", "free");
        var started = await store.Get<StartCheckout>().HandleAsync(wish, viewer, CancellationToken.None);

        Assert.Equal((OrderStatus.Paid, null), (started.Value.Status, started.Value.Url));
        Assert.Equal(started.Value, (await store.Get<StartCheckout>().HandleAsync(wish, viewer, CancellationToken.None)).Value);
        await using var after = store.Db();
        Assert.Equal(PlanKeyOf(await after.Set<PlanSubscription>().SingleAsync()), ("essential", 600));
        Assert.Equal(0, await after.Set<Payment>().CountAsync());
    }

    private static (string, int) PlanKeyOf(PlanSubscription subscription) => (subscription.PlanKey, subscription.MonthlyMinutes);

    /// <summary>Flunt's handbook with its first plan for nothing.</summary>
    private static Handbook Free()
    {
        var json = Handbooks.Load("flunt").CanonicalJson;
        return HandbookLoader.Load(json.Replace("\"300000\"", "\"0\"", StringComparison.Ordinal)).Value;
    }

    private static void AddBuying(IServiceCollection services, Handbook house)
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
        services.AddSingleton(house);
        services.AddSingleton(new Handbooks(house));
        services.AddSingleton(new OwnAddress(settings, server: null!));
        services.AddSubscriptions();
        services.AddCheckout();
        services.AddPayments(settings);
        services.AddLocalization();
    }
}
