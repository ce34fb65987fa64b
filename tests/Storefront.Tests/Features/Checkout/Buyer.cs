using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Hours;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store.DueWork;
using Storefront.Stripe.Sandbox;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Checkout;

/// <summary>The owner of a new account of a running storefront, who buys.</summary>
public sealed class Buyer
{
    private readonly StorefrontHost host;
    private int keys;

    private Buyer(StorefrontHost host, AccountId account, User user, MemberRole role)
    {
        this.host = host;
        Account = account;
        Email = user.Email!;
        Viewer = new Viewer(user.Id, user.DisplayName, Email, IsStaff: false, account, role, "en", Token: null);
    }

    /// <summary>With which every buyer signs in.</summary>
    public const string Password = "a long pass phrase";

    public string Email { get; }

    public AccountId Account { get; }

    public Viewer Viewer { get; }

    public static async Task<Buyer> OpenAsync(StorefrontHost host, MemberRole role = MemberRole.Owner)
    {
        var account = await host.OpenAccountAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var user = new User
        {
            Id = UserId.New(TestStore.Start),
            DisplayName = "Ana Rojas",
            UserName = $"ana-{account.Value:N}@tienda.example",
            Email = $"ana-{account.Value:N}@tienda.example",
            EmailConfirmed = true,
        };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password)).Succeeded);
        await using var db = host.Db();
        db.Add(new Member { AccountId = account, Id = MemberId.New(TestStore.Start), UserId = user.Id, Role = role, JoinedAt = TestStore.Start });
        await db.SaveChangesAsync();
        return new Buyer(host, account, user, role);
    }

    public StartCheckoutInput Wish(string plan = "business", BillingInterval interval = BillingInterval.Year, string currency = "CLP", string? key = null) =>
        new(plan, interval, currency, "card", key ?? $"key-{++keys}");

    public Task<Result<CheckoutStarted>> StartAsync(StartCheckoutInput wish) => Get<StartCheckout>().HandleAsync(wish, Viewer, CancellationToken.None);

    public async Task<CheckoutStarted> OrderAsync(StartCheckoutInput? wish = null) => (await StartAsync(wish ?? Wish())).Value;

    /// <summary>Orders and pays, and waits until the webhooks have had their effect.</summary>
    public async Task<CheckoutStarted> BuyAsync(StartCheckoutInput? wish = null, string card = PaymentPage.GoodCard)
    {
        var order = await OrderAsync(wish);
        await PayAsync(order, card);
        await SettleAsync();
        return order;
    }

    public static async Task<PaymentPage> PayAsync(CheckoutStarted order, string card = PaymentPage.GoodCard)
    {
        using var page = new PaymentPage();
        await page.PayAsync(order.Url!, card);
        return page;
    }

    /// <summary>Has all webhooks delivered and processed.</summary>
    public async Task SettleAsync()
    {
        await Get<LocalStripe>().DeliverPendingAsync();
        await Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
    }

    /// <summary>The account's customer at Stripe.</summary>
    public async Task<string?> CustomerAsync()
    {
        await using var db = host.Db();
        return (await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == Account)).StripeCustomerId;
    }

    public Task ProcessAsync() => Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

    public async Task<Order> ReadOrderAsync(string reference)
    {
        await using var db = host.Db();
        return await db.Set<Order>().AsNoTracking().SingleAsync(order => order.AccountId == Account && order.Reference == reference);
    }

    /// <summary>The account as the purchase left it, without ids and times: two that went the same way are equal.</summary>
    public async Task<Outcome> ReadAsync()
    {
        await using var db = host.Db();
        var orders = await db.Set<Order>().AsNoTracking().Where(order => order.AccountId == Account).OrderBy(order => order.OrderedAt).ToListAsync();
        var payments = await db.Set<Payment>().AsNoTracking().Where(payment => payment.AccountId == Account).ToListAsync();
        var subscriptions = await db.Set<PlanSubscription>().AsNoTracking().Where(row => row.AccountId == Account).ToListAsync();
        var hours = await db.Set<HourEntryRow>().AsNoTracking().Where(row => row.AccountId == Account).OrderBy(row => row.Sequence).ToListAsync();
        return new Outcome(
            string.Join(' ', orders.Select(order => $"{order.Status} {order.Total}")),
            string.Join(", ", payments.Select(payment => $"{payment.Status} {payment.Amount} {payment.Problem}".Trim()).Order(StringComparer.Ordinal)),
            string.Join(' ', subscriptions.Select(row => $"{row.Status} {row.PlanKey} {row.Interval} {row.TermStart:uuuu-MM-dd} {row.PaidThrough:uuuu-MM-dd}")),
            string.Join(' ', hours.Select(row => $"{row.Kind} {row.Minutes}")),
            hours.Count == 0 ? 0 : hours[^1].BalanceAfter);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();
}

/// <summary>What stands in an account's books.</summary>
public sealed record Outcome(string Orders, string Payments, string Subscriptions, string Hours, int Balance);
