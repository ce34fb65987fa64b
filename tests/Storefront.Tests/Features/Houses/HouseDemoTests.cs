using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store.Seeding;
using Storefront.Tests.Support;
using Project = Storefront.Features.Projects.Project;

namespace Storefront.Tests.Features.Houses;

/// <summary>The demonstration of every house: nothing in its story is refused by the house's own rules.</summary>
public sealed class HouseDemoTests
{
    public static TheoryData<string> Houses => [.. HandbookCatalogue.Keys.Where(key => key != "flunt")];

    [Theory]
    [MemberData(nameof(Houses))]
    public async Task The_demo_of_every_house_is_ready_with_its_customers_tickets_and_plans(string house)
    {
        await using var host = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["House"] = house;
            builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, house);
            builder.Configuration["Demo"] = "true";
        });
        var progress = host.Services.GetRequiredService<DemoProgress>();
        await progress.SettledAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(DemoStage.Ready, progress.Stage);

        var people = host.Services.GetRequiredService<DemoSignIns>();
        await using var db = host.Db();
        Assert.Equal(
            new[] { people.Customer.Company, people.Other.Company }.Order(StringComparer.Ordinal),
            (await db.Set<Account>().Select(account => account.Name).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.True(await db.Set<Ticket>().CountAsync() >= 6);
        Assert.Equal(
            host.Services.GetRequiredService<Handbook>().Packages.Count > 0 ? [StageOwner.Customer, StageOwner.House] : Array.Empty<StageOwner?>(),
            (await db.Set<Project>().Select(project => project.Turn).ToListAsync()).OrderByDescending(turn => turn));
        var running = await db.Set<PlanSubscription>().CountAsync(row => row.Status == PlanSubscriptionStatus.Active);
        Assert.Equal(host.Services.GetRequiredService<Handbook>().SellsPlans ? 2 : 0, running);
    }
}
