using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Payments.Renewals;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>Customers of a house who pay their plans by transfer, on a store of its own in which nothing runs by itself.</summary>
internal sealed class RenewalShop : IAsyncDisposable
{
    private readonly Handbook sold;
    private int keys;

    private RenewalShop(TestStore store, Handbook sold) => (Store, this.sold) = (store, sold);

    public TestStore Store { get; }

    /// <param name="house">Which house.</param>
    /// <param name="change">What its handbook has become since plans were sold; null for nothing.</param>
    /// <param name="kind">On which database.</param>
    public static async Task<RenewalShop> OpenAsync(string house, Func<Handbook, Handbook>? change = null, DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var sold = Handbooks.Load(house);
        var present = change is null ? sold : change(sold) with { Version = sold.Version with { Hash = "present" } };
        var shop = new RenewalShop(await TestStore.CreateAsync(kind, services => Add(services, present)), sold);
        await shop.Store.KnowAsync(sold);
        return shop;
    }

    public void Advance(int days) => Store.Time.Advance(Duration.FromDays(days));

    /// <summary>Does what has become due to an account itself.</summary>
    public Task SettleAsync(AccountId account) => ActAsync(account, _ => Task.FromResult<Result<Done>>(Done.Value));

    /// <summary>Does all that has become due, mails among it.</summary>
    public Task RunDueAsync() => Store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

    /// <summary>A plan that was paid for a month.</summary>
    public async Task<AccountId> BuyAsync(string plan, AccountId? known = null)
    {
        var account = known ?? await OpenAccountAsync();
        await ActAsync(account, async scope =>
        {
            var order = PlanOrders.AddPaid(scope, sold, plan, BillingInterval.Month, $"first-{++keys}", "transfer");
            return (await Store.Get<SubscriptionLifecycle>().StartAsync(scope, order, new FirstPayment($"paid-{keys}"), CancellationToken.None)).Map(_ => Done.Value);
        });
        return account;
    }

    /// <returns>The reference of the order that asks for the difference; null where it is asked for later.</returns>
    public async Task<string?> UpgradeAsync(AccountId account, string plan)
    {
        var changes = Store.Get<SubscriptionChanges>();
        PlanSwitch? wanted = null;
        await ActAsync(account, async scope =>
        {
            var current = (await Store.Get<SubscriptionStore>().FindCurrentAsync(scope.Db, account, CancellationToken.None))!;
            var situation = await Store.Get<ChangeSteps>().SituationAsync(scope, PlanChangeId.New(scope.Now), current, CancellationToken.None);
            return PlanSwitch.Ask(situation, plan, BillingInterval.Month, temporary: false).Map(preview =>
            {
                wanted = new PlanSwitch(plan, BillingInterval.Month, Temporary: false, ChangePreviewText.Write(preview));
                return Done.Value;
            });
        });
        return (await changes.RequestAsync(account, requestedBy: null, $"change-{++keys}", wanted!, CancellationToken.None)).Value.Order;
    }

    /// <summary>The customer changes its plan otherwise: an end, a pause, or one of them taken back.</summary>
    public async Task ChangeAsync(AccountId account, SubscriptionChange change) => Assert.Null(
        (await Store.Get<SubscriptionChanges>().RequestAsync(account, requestedBy: null, $"change-{++keys}", change, CancellationToken.None)).Refusal);

    /// <summary>Pays what is left of an order.</summary>
    public Task PayAsync(AccountId account, Order order) => ActAsync(account, async scope =>
    {
        var row = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == account && row.Id == order.Id);
        var received = await Store.Get<OrderSettlement>().ReceiveAsync(
            scope, row, row.ToDomain().Left, scope.Now, new FirstPayment($"paid-{++keys}"), CancellationToken.None);
        return received.Map(_ => Done.Value);
    });

    /// <summary>The customer tells that it paid so much of an order, and nobody has looked yet.</summary>
    public async Task<NoticeKey> TellAsync(AccountId account, Order order, Money amount)
    {
        await using var db = Store.Db();
        var owner = await db.Set<Member>().SingleAsync(member => member.AccountId == account);
        var viewer = new Viewer(owner.UserId, "Ana", "ana@tienda.example", IsStaff: false, account, MemberRole.Owner, "en", Token: null);
        var told = await Store.Get<NotifyPayment>().HandleAsync(
            new NotifyPaymentInput(order.Reference, amount.ToDecimalString(), amount.Currency.Code, PaidOn: null, $"bank-{++keys}", Note: null, Proof: null, $"told-{keys}"),
            viewer,
            CancellationToken.None);
        return new NoticeKey(account, told.Value.Id);
    }

    /// <summary>Staff find what a customer told of.</summary>
    public async Task ConfirmAsync(NoticeKey told)
    {
        var staff = new Viewer(UserId.New(Store.Time.Now), "Valentina", "valentina@agencia.example", IsStaff: true, AccountId: null, Role: null, Language: null, Token: null);
        Assert.Null((await Store.Get<ConfirmPayment>().HandleAsync(told, received: null, evenIfSeenBefore: false, staff, CancellationToken.None)).Refusal);
    }

    /// <summary>Pays an order as far as there is credit.</summary>
    public Task UseCreditAsync(AccountId account, Order order) => ActAsync(account, async scope =>
    {
        var row = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == account && row.Id == order.Id);
        return (await Store.Get<CreditLedger>().UseAsync(scope, row, CancellationToken.None)).Map(_ => Done.Value);
    });

    /// <summary>What the house owes the account.</summary>
    public async Task<Money> CreditAsync(AccountId account, Currency currency)
    {
        await using var db = Store.Db();
        return await CreditLedger.BalanceAsync(db, account, currency, CancellationToken.None);
    }

    public Task EndAsync(AccountId account) => ActAsync(account, async scope =>
    {
        var current = (await Store.Get<SubscriptionStore>().FindCurrentAsync(scope.Db, account, CancellationToken.None))!;
        return await Store.Get<SubscriptionLifecycle>().EndAsync(scope, current.State.Id, CancellationToken.None);
    });

    public async Task<List<Order>> AskedAsync(AccountId account)
    {
        await SettleAsync(account);
        await using var db = Store.Db();
        return await db.Set<Order>().AsNoTracking()
            .Where(order => order.AccountId == account && order.RenewalDueOn != null && order.Status == OrderStatus.AwaitingPayment).ToListAsync();
    }

    public async Task<Order> OrderAsync(AccountId account, string reference)
    {
        await using var db = Store.Db();
        return await db.Set<Order>().AsNoTracking().SingleAsync(order => order.AccountId == account && order.Reference == reference);
    }

    /// <summary>The subjects of the mails about an order.</summary>
    public async Task<List<string>> WrittenAsync(Order order)
    {
        await using var db = Store.Db();
        return await db.Set<MailRow>().Where(row => row.Subject.Contains(order.Reference)).Select(row => row.Subject).ToListAsync();
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private async Task<AccountId> OpenAccountAsync()
    {
        var account = await Store.OpenAccountAsync();
        var now = Store.Time.Now;
        var email = $"owner-{account.Value:N}@tienda.example";
        await using var db = Store.Db();
        var user = new User { Id = UserId.New(now), DisplayName = "Ana", UserName = email, Email = email, EmailConfirmed = true, Language = "en" };
        db.Add(user);
        db.Add(new Member { AccountId = account, Id = MemberId.New(now), UserId = user.Id, Role = MemberRole.Owner, JoinedAt = now });
        await db.SaveChangesAsync();
        return account;
    }

    private async Task ActAsync(AccountId account, Func<AccountScope, Task<Result<Done>>> act) =>
        Assert.Null((await Store.Transactions.RunAsync(account, (scope, _) => act(scope), CancellationToken.None)).Refusal);

    private static void Add(IServiceCollection services, Handbook present)
    {
        var settings = new StorefrontSettings
        {
            House = present.House.Key,
            DataDirectory = Path.GetTempPath(),
            IsSandbox = false,
            StripeKey = "sk_test_nobody",
            StripeWebhookSecret = "whsec_nobody",
            StripeAddress = new Uri("http://127.0.0.1:1"),
            PublicUrl = new Uri("http://shop.example/"),
        };
        services.AddSingleton(present);
        services.AddSingleton(new Handbooks(present));
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSubscriptions();
        services.AddCheckout();
        services.AddPayments(settings);
        services.AddPaymentNotices(present.Attachments);
        services.AddCredits();
        services.AddRenewals();
        services.AddHttpContextAccessor();
        services.AddScoped<ReaderZone>();
        services.AddScoped<ReaderFormat>();
    }
}
