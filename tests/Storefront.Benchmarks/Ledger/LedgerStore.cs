using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Benchmarks.Ledger;

/// <summary>The program's store in a database of its own, without its server; time moves when it is told to.</summary>
internal sealed class LedgerStore : IAsyncDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("storefront-ledger-");
    private readonly WebApplication app;

    private LedgerStore(string? postgres)
    {
        app = StorefrontApp.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", "--data", directory.FullName],
            builder =>
            {
                if (postgres is not null)
                {
                    builder.Configuration["Database"] = postgres;
                }

                builder.Configuration["PublicUrl"] = "http://localhost";
                builder.Logging.ClearProviders();
            },
            services => services.AddSingleton(new BusinessClock(Time)));
    }

    public MovedTime Time { get; } = new(Instant.FromUtc(2026, 11, 2, 12, 0));

    /// <summary>Who owns every account.</summary>
    public UserId Owner { get; private set; }

    /// <param name="postgres">The connection string of an empty database; null for SQLite.</param>
    public static async Task<LedgerStore> OpenAsync(string? postgres)
    {
        var store = new LedgerStore(postgres);
        await store.app.PrepareStorefrontAsync();
        await store.AddOwnerAsync();
        return store;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public StorefrontDb Db() => Get<IDbContextFactory<StorefrontDb>>().CreateDbContext();

    /// <summary>An account that bought Business by the month today, by the actions of the program.</summary>
    public async Task<AccountId> OpenAccountAsync(string name)
    {
        var opened = await Get<AccountTransactions>().OpenAsync<AccountId>(
            now => new Account
            {
                Id = AccountId.New(now),
                Name = name,
                House = "flunt",
                Language = "es-CL",
                TimeZone = "America/Santiago",
                CreatedAt = now,
            },
            async (scope, cancellationToken) =>
            {
                var order = OrderOf(Get<Handbook>(), scope.AccountId, scope.Now, name);
                scope.Db.Add(order);
                scope.Db.Add(new Member
                {
                    AccountId = scope.AccountId,
                    Id = MemberId.New(scope.Now),
                    UserId = Owner,
                    Role = MemberRole.Owner,
                    JoinedAt = scope.Now,
                });
                var started = await Get<SubscriptionLifecycle>().StartAsync(scope, order, new FirstPayment(name), cancellationToken);
                return started.Map(_ => scope.AccountId);
            },
            CancellationToken.None);
        return opened.Value;
    }

    /// <summary>The medians of two things done in turns, in milliseconds.</summary>
    public static async Task<(double Small, double Large)> InTurnsAsync(int rounds, Func<Task> small, Func<Task> large)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var round = -20; round < rounds; round++)
        {
            var (one, other) = (await TimeAsync(small), await TimeAsync(large));
            if (round >= 0)
            {
                first.Add(one);
                second.Add(other);
            }
        }

        return (Median(first), Median(second));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }

    private async Task AddOwnerAsync()
    {
        Owner = UserId.New(Time.Now);
        await using var db = Db();
        db.Add(new User
        {
            Id = Owner,
            DisplayName = "Ana Rojas",
            UserName = "ana@tienda.example",
            NormalizedUserName = "ANA@TIENDA.EXAMPLE",
            Email = "ana@tienda.example",
            NormalizedEmail = "ANA@TIENDA.EXAMPLE",
            EmailConfirmed = true,
            SecurityStamp = "benchmark",
        });
        await db.SaveChangesAsync();
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static Order OrderOf(Handbook handbook, AccountId account, Instant now, string reference)
    {
        var price = handbook.Plans.PriceOf("business", BillingInterval.Month, Currency.Clp).Value;
        return new Order
        {
            AccountId = account,
            Id = OrderId.New(now),
            Reference = reference,
            PlanKey = "business",
            Interval = BillingInterval.Month,
            HandbookVersion = handbook.Version.Hash,
            Net = price.Amount,
            Tax = price.Tax,
            Total = price.Total,
            PaymentMethod = "stripe",
            Status = OrderStatus.Paid,
            OrderedBy = UserId.From(account.Value),
            OrderedAt = now,
        };
    }
}
