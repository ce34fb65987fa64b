using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Storefront.Benchmarks.Ledger;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Projects;
using Storefront.Store;
using Storefront.Store.EventLog;
using Storefront.Store.Outbox;

namespace Storefront.Benchmarks.Projects;

/// <summary>TecnoSoluciones in a database of its own, without its server; time moves when it is told to.</summary>
internal sealed class ProjectHouse : IAsyncDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("storefront-projects-");
    private readonly WebApplication app;

    private ProjectHouse(string? postgres)
    {
        app = StorefrontApp.Build(
            ["--environment", "Development", "--house", "tecnosoluciones", "--urls", "http://127.0.0.1:0", "--data", directory.FullName],
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

    public MovedTime Time { get; } = new(Instant.FromUtc(2026, 11, 2, 15, 0));

    /// <param name="postgres">The connection string of an empty database; null for SQLite.</param>
    public static async Task<ProjectHouse> OpenAsync(string? postgres)
    {
        var house = new ProjectHouse(postgres);
        await house.app.PrepareStorefrontAsync();
        return house;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public StorefrontDb Db() => Get<IDbContextFactory<StorefrontDb>>().CreateDbContext();

    /// <summary>A new account with one member that ordered a package, and paid it.</summary>
    public async Task OrderAsync(int number)
    {
        var handbook = Get<Handbook>();
        var package = handbook.Packages[number % handbook.Packages.Count];
        var price = package.Prices[0];
        var user = UserId.New(Time.Now);
        var email = string.Create(CultureInfo.InvariantCulture, $"ana-{number}@tienda.example");
        await using (var db = Db())
        {
            db.Add(new User
            {
                Id = user,
                DisplayName = "Ana Rojas",
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                EmailConfirmed = true,
                SecurityStamp = "benchmark",
            });
            await db.SaveChangesAsync();
        }

        var opened = await Get<AccountTransactions>().OpenAsync<int>(
            now => new Account { Id = AccountId.New(now), Name = email, House = "tecnosoluciones", Language = "es-CO", TimeZone = "America/Bogota", CreatedAt = now },
            async (scope, cancellationToken) =>
            {
                scope.Db.Add(new Member { AccountId = scope.AccountId, Id = MemberId.New(scope.Now), UserId = user, Role = MemberRole.Owner, JoinedAt = scope.Now });
                var order = new Order
                {
                    AccountId = scope.AccountId,
                    Id = OrderId.New(scope.Now),
                    Reference = email,
                    PackageKey = package.Key,
                    Interval = BillingInterval.Once,
                    HandbookVersion = handbook.Version.Hash,
                    Net = price.Amount,
                    Tax = price.Tax,
                    Total = price.Total,
                    PaymentMethod = "transfer",
                    Status = OrderStatus.AwaitingPayment,
                    OrderedBy = user,
                    OrderedAt = scope.Now,
                };
                scope.Db.Add(order);
                var project = await Get<ProjectLifecycle>().OpenAsync(scope, order, cancellationToken);
                order.Update(order.ToDomain().Receive(order.Total, scope.Now).Value.Order);
                await Get<ProjectLifecycle>().PaidAsync(scope, order, cancellationToken);
                return project.Number;
            },
            CancellationToken.None);
        _ = opened.Value;
    }

    public async Task<int> CountEventsAsync()
    {
        await using var db = Db();
        return await db.Set<EventRow>().CountAsync();
    }

    public async Task<int> CountMailsAsync()
    {
        await using var db = Db();
        return await db.Set<MailRow>().CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }
}
