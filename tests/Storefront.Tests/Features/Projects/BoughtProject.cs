using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Projects;
using Storefront.Features.Subscriptions;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;
using Project = Storefront.Features.Projects.Project;

namespace Storefront.Tests.Features.Projects;

/// <summary>A project in a running program, ordered and paid behind the payment page.</summary>
internal static class BoughtProject
{
    /// <summary>Orders the house's first package; gives the number of its project.</summary>
    public static async Task<int> OrderAsync(StorefrontHost host, Buyer buyer)
    {
        var handbook = buyer.Get<Handbook>();
        var opened = await host.Transactions.RunAsync<Project>(
            buyer.Account,
            async (scope, token) => await buyer.Get<ProjectLifecycle>().OpenAsync(
                scope, PackageOrders.Add(scope, handbook, handbook.Packages[0].Key, buyer.Viewer.UserId), token),
            CancellationToken.None);
        return opened.Value.Number;
    }

    /// <summary>The house gives back all that was paid.</summary>
    public static async Task GiveBackAsync(StorefrontHost host, Buyer buyer, int number) => Assert.Null((await host.Transactions.RunAsync<Done>(
        buyer.Account,
        async (scope, token) =>
        {
            var project = await scope.Db.Set<Project>().SingleAsync(row => row.Number == number, token);
            var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == buyer.Account && row.Id == project.OrderId, token);
            await buyer.Get<OrderSettlement>().GiveBackAsync(scope, order, order.Total, token);
            return Done.Value;
        },
        CancellationToken.None)).Refusal);

    /// <summary>Its customer leaves for good.</summary>
    public static async Task LeaveAsync(StorefrontHost host, Buyer buyer) => Assert.Null((await host.Transactions.RunAsync<Done>(
        buyer.Account,
        async (scope, token) =>
        {
            await buyer.Get<ProjectLifecycle>().LeaveAsync(scope, token);
            return Done.Value;
        },
        CancellationToken.None)).Refusal);

    /// <summary>Its order is paid, all at once.</summary>
    public static async Task PayAsync(StorefrontHost host, Buyer buyer, int number) => Assert.Null((await host.Transactions.RunAsync<Done>(
        buyer.Account,
        async (scope, token) =>
        {
            var project = await scope.Db.Set<Project>().SingleAsync(row => row.Number == number, token);
            var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == buyer.Account && row.Id == project.OrderId, token);
            var paid = await buyer.Get<OrderSettlement>().ReceiveAsync(scope, order, order.Total, scope.Now, new FirstPayment("transfer"), token);
            return paid.Map(_ => Done.Value);
        },
        CancellationToken.None)).Refusal);
}
