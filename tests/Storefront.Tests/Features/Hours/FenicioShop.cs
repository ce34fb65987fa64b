using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Desk;
using Storefront.Features.Hours;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Hours.Loyalty;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Quotes;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Hosting;
using Storefront.Hosting.Keys;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Tests.Features.Quotes;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

/// <summary>A customer of Fenicio on a store of its own, and the staff who work for it. Nothing runs in the background.</summary>
public sealed class FenicioShop(TestStore store, AccountId account) : IAsyncDisposable
{
    private int keys;

    public TestStore Store => store;

    public AccountId Account => account;

    public Viewer Owner { get; } = new(UserId.New(TestStore.Start), "Ana", "ana@example.com", IsStaff: false, account, MemberRole.Owner, Language: null, Token: null);

    public Viewer Staff { get; } = new(UserId.New(TestStore.Start), "Valentina", "v@example.com", IsStaff: true, null, null, Language: null, Token: null);

    private Handbook House => store.Get<Handbooks>().Present;

    public static async Task<FenicioShop> OpenAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<IServiceCollection>? more = null)
    {
        var house = Handbooks.Load("fenicio");
        var store = await TestStore.CreateAsync(kind, services =>
        {
            services.AddSingleton(house);
            services.AddSingleton(new Handbooks(house));
            services.AddSubscriptions();
            services.AddStripe(options => options.ApiBase = new Uri("http://127.0.0.1:1/"));
            services.AddSingleton<StripeCatalogue>();
            services.AddLocalization();
            services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
            services.AddSingleton<Seals>();
            AddDesk(services);
            more?.Invoke(services);
        });
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

        return new FenicioShop(store, await store.OpenAccountAsync());
    }

    /// <summary>Tickets, and the staff who work on them.</summary>
    public static void AddDesk(IServiceCollection services)
    {
        services.AddTickets().AddDesk();
        services.AddSingleton<SiteLanguages>();
        services.AddSingleton(provider => new OwnAddress(
            provider.GetRequiredService<StorefrontSettings>() with { PublicUrl = new Uri("https://fenicio.example") }, new NoServer()));
    }

    public T Get<T>()
        where T : notnull => store.Get<T>();

    /// <summary>Buys a plan, paid at once.</summary>
    public async Task BuyAsync(string plan)
    {
        var sold = House.Plans.Find(plan)!;
        var listed = House.Plans.PriceOf(plan, BillingInterval.Month, House.DefaultCurrency).Value;
        var bought = await store.Transactions.RunAsync<SubscriptionId>(
            account,
            async (scope, token) =>
            {
                var price = (await Get<SubscriptionLifecycle>().PriceAsync(scope, sold, listed, token)).Value;
                var order = new Order
                {
                    AccountId = account,
                    Id = OrderId.New(scope.Now),
                    Reference = $"T-{++keys}",
                    PlanKey = plan,
                    Interval = BillingInterval.Month,
                    HandbookVersion = House.Version.Hash,
                    Net = price.Net,
                    Tax = price.Tax,
                    Total = price.Total,
                    EarnedPlanKey = price.InsteadOf?.PlanKey,
                    CreditMinorUnits = price.Credit.MinorUnits,
                    CreditTaxMinorUnits = price.CreditTax.MinorUnits,
                    PaymentMethod = "transfer",
                    Status = OrderStatus.Paid,
                    OrderedBy = Owner.UserId,
                    OrderedAt = scope.Now,
                };
                scope.Db.Add(order);
                return (await Get<SubscriptionLifecycle>().StartAsync(scope, order, new FirstPayment($"first {keys}"), token)).Map(row => row.Id);
            },
            CancellationToken.None);
        Assert.Null(bought.Refusal);
    }

    public async Task RenewAsync()
    {
        var id = (await SubscriptionAsync()).Id;
        var paid = await store.Transactions.RunAsync<DateRun>(
            account, (scope, token) => Get<SubscriptionLifecycle>().RecordPaidTermAsync(scope, id, $"renewal {++keys}", token), CancellationToken.None);
        Assert.Null(paid.Refusal);
    }

    public async Task<TicketKey> OpenTicketAsync(string kind)
    {
        var opened = await Get<OpenTicket>().HandleAsync(
            new OpenTicketInput("Something", "It is so.", kind, null, null, null, ScheduleForNextPeriod: false, [], null), Owner, CancellationToken.None);
        Assert.Null(opened.Refusal);
        return new TicketKey(account, opened.Value.Id);
    }

    public async Task<WorkLog> LogAsync(TicketKey ticket, int minutes, Instant? workedAt = null)
    {
        var logged = await Get<LogWork>().HandleAsync(ticket, new WorkInput(minutes, "Work", workedAt, $"log {++keys}"), Staff, CancellationToken.None);
        Assert.Null(logged.Refusal);
        return logged.Value;
    }

    /// <summary>Quotes a ticket's work in hours, and has it approved.</summary>
    public async Task<QuoteRow> QuoteAsync(TicketKey ticket, int minutes)
    {
        var quote = await store.IssueAsync(ticket, Staff, minutes);
        Assert.Null((await store.ApproveAsync(quote, await store.JoinAsync(account, $"Approver{++keys}"))).Refusal);
        return quote;
    }

    public async Task CloseAsync(TicketKey ticket)
    {
        foreach (var to in new[] { TicketStatus.InProgress, TicketStatus.Resolved, TicketStatus.Closed })
        {
            Assert.Null((await Get<ChangeTicketStatus>().HandleAsync(ticket, to, Staff, CancellationToken.None)).Refusal);
        }
    }

    public async Task<Result<Ticket>> ClassifyAsync(TicketKey ticket, string @class) =>
        await Get<ClassifyTicket>().HandleAsync(ticket, @class, "It was something else.", Staff, CancellationToken.None);

    public Task<Result<RecordedMonth>> RecordAsync(int year, int month, string amount, bool onTime = true) =>
        Get<RecordCommissionMonth>().HandleAsync(account, new YearMonth(year, month), amount, onTime, Staff, CancellationToken.None);

    /// <summary>Moves time to that hour of a day in Montevideo, and does what has become due.</summary>
    public async Task MoveToAsync(int year, int month, int day, int hour = 12)
    {
        store.Time.Advance(At(year, month, day, hour) - store.Time.Now);
        await store.Transactions.RunAsync<Done>(account, (_, _) => Task.FromResult<Result<Done>>(Done.Value), CancellationToken.None);
    }

    public Instant At(int year, int month, int day, int hour = 12) => new LocalDateTime(year, month, day, hour, 0).InZoneLeniently(House.Zone).ToInstant();

    public async Task<PlanSubscription> SubscriptionAsync()
    {
        await using var db = store.Db();
        return await db.Set<PlanSubscription>().AsNoTracking().SingleAsync(row => row.AccountId == account);
    }

    public async Task<string[]> LinesAsync()
    {
        await using var db = store.Db();
        var rows = await db.Set<HourEntryRow>().AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Sequence).ToListAsync();
        return [.. rows.Select(row => $"{row.Kind} {row.Minutes}")];
    }

    public async Task<int> ChargedAsync(TicketKey ticket)
    {
        await using var db = store.Db();
        return await db.Set<Ticket>().Where(row => row.AccountId == account && row.Id == ticket.Id).Select(row => row.ChargedMinutes).SingleAsync();
    }

    public async Task<List<Order>> OrdersAsync()
    {
        await using var db = store.Db();
        return await db.Set<Order>().AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.OrderedAt).ToListAsync();
    }

    public Task<IReadOnlyList<HourOverage>> OveragesAsync() => new HourOverageReader(Get<IDbContextFactory<StorefrontDb>>()).ListAsync(account, CancellationToken.None);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private sealed class NoServer : Microsoft.AspNetCore.Hosting.Server.IServer
    {
        public Microsoft.AspNetCore.Http.Features.IFeatureCollection Features { get; } = new Microsoft.AspNetCore.Http.Features.FeatureCollection();

        public Task StartAsync<TContext>(
            Microsoft.AspNetCore.Hosting.Server.IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
