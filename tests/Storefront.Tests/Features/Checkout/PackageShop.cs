using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Plans;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Projects;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Checkout;

/// <summary>A storefront that sells packages, for the tests of a class.</summary>
public abstract class PackageShop(string house) : IAsyncLifetime
{
    public StorefrontHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await StorefrontHost.StartAsync(configure: builder =>
    {
        builder.Configuration["House"] = house;
        builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, house);
    });

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public static StartCheckoutInput Wish(string? package, string? design = null, string currency = "COP", string method = "card", string key = "k") =>
        new(PlanKey: null, BillingInterval.Once, currency, method, key) { PackageKey = package, DesignKey = design };

    public async Task<ProjectState> ProjectAsync(Buyer buyer)
    {
        await using var db = Host.Db();
        return (await db.Set<Project>().AsNoTracking().SingleAsync(project => project.AccountId == buyer.Account)).State;
    }

    /// <summary>Does something with an order of the buyer's in its account's transaction.</summary>
    public async Task WithOrderAsync(Buyer buyer, string reference, Func<AccountScope, Order, Task> act)
    {
        var done = await Host.Transactions.RunAsync<Done>(
            buyer.Account,
            async (scope, token) =>
            {
                await act(scope, await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == buyer.Account && row.Reference == reference, token));
                return Done.Value;
            },
            CancellationToken.None);
        Assert.Null(done.Refusal);
    }
}

/// <summary>Sense Digital: pesos, a deposit and a balance.</summary>
public sealed class SenseShop() : PackageShop("sense");

/// <summary>Alfinet: no packages, but quotes in money.</summary>
public sealed class AlfinetShop() : PackageShop("alfinet");

/// <summary>TecnoSoluciones: dollars and pesos, a template to choose, all paid at once.</summary>
public sealed class TecnoShop() : PackageShop("tecnosoluciones");
