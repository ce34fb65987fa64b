using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Tests.Domain.Houses;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Subscriptions;

/// <summary>COM-04: the house changes its handbook and starts the program again on the same database.</summary>
public class SoldTermsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task COM_04_A_customer_keeps_hours_price_rollover_and_targets_until_it_changes_plan(DatabaseKind kind)
    {
        await using var before = await TestStore.CreateAsync(kind, Configure);
        var old = new Subscriber(before, await before.OpenAccountAsync());
        Assert.Null((await old.OrderAndPayAsync("business", BillingInterval.Month)).Refusal);
        Assert.Null((await old.UseAsync(200, "work")).Refusal);

        // Other hours, prices, rollover and targets; the same plans.
        await using var after = before.AnotherNode(services =>
        {
            Configure(services);
            var changed = HandbookJson.Load(Change).Value;
            services.AddSingleton(changed);
            services.AddSingleton(new Handbooks(changed));
        });
        await after.Get<StorePreparation>().RunAsync(CancellationToken.None);
        var customer = new Subscriber(after, old.Account);
        var newcomer = new Subscriber(after, await after.OpenAccountAsync("Nueva"));
        Assert.Null((await newcomer.OrderAndPayAsync("business", BillingInterval.Month, "in_new")).Refusal);

        Assert.Equal((1, 4), (await StartHoursAsync(newcomer), await StartHoursAsync(customer)));
        await customer.MoveToAndSettleAsync(2026, 12, 2);
        await newcomer.SettleAsync();
        Assert.Null((await customer.PayRenewalAsync("in_second")).Refusal);
        Assert.Null((await newcomer.PayRenewalAsync("in_new_second")).Refusal);
        Assert.Equal(["Grant 1200", "Use -200", "Expiry -1000", "Rollover 300", "Grant 1200"], await customer.LinesAsync());
        Assert.Equal(["Grant 1500", "Expiry -1500", "Rollover 750", "Grant 1500"], await newcomer.LinesAsync());
        Assert.Equal(560_000, (await customer.SubscriptionAsync()).Price.MinorUnits);
        Assert.Equal(700_000, (await newcomer.SubscriptionAsync()).Price.MinorUnits);
        Assert.Equal(560_000, (await customer.PreviewAsync("growth")).Value.Preview.From.Price.MinorUnits);

        // Who changes plan buys what is sold now.
        await customer.ChangeAsync("growth");
        var version = after.Get<Handbook>().Version.Hash;
        Assert.Equal(version, (await customer.SubscriptionAsync()).HandbookVersion);
        Assert.Equal(1, await StartHoursAsync(customer));
        await customer.MoveToAndSettleAsync(2027, 1, 2);
        Assert.Null((await customer.PayRenewalAsync("in_third")).Refusal);
        var grown = await customer.SubscriptionAsync();
        Assert.Equal((1_300_000, 3000), (grown.Price.MinorUnits, grown.MonthlyMinutes));
        Assert.Equal("Grant 3000", (await customer.LinesAsync())[^1]);
        await using var db = after.Db();
        Assert.Equal(2, await db.Set<HandbookVersionRow>().CountAsync());
    }

    /// <summary>Within how many business hours a critical ticket that is opened now is to be started.</summary>
    private static async Task<int> StartHoursAsync(Subscriber subscriber)
    {
        var tickets = new TicketCustomer(subscriber.Store, subscriber.Account);
        var shown = await tickets.ShowAsync(await tickets.OpenAsync());
        return shown.Targets.Single(target => target.Kind == TargetKind.Start).Within.Amount;
    }

    private static void Configure(IServiceCollection services)
    {
        Subscriber.Configure(services);
        services.AddTickets();
    }

    private static void Change(JsonObject handbook)
    {
        foreach (var plan in handbook["plans"]!.AsArray().Select(node => node!.AsObject()))
        {
            switch (plan["key"]!.GetValue<string>())
            {
                case "business":
                    (plan["monthlyMinutes"], plan["prices"]![0]!["month"]) = (1500, "700000");
                    break;
                case "growth":
                    (plan["monthlyMinutes"], plan["prices"]![0]!["month"]) = (3000, "1300000");
                    break;
                case "enterprise":
                    (plan["monthlyMinutes"], plan["prices"]![0]!["month"]) = (4500, "2000000");
                    break;
            }
        }

        handbook["hours"]!["rolloverPercent"] = 50;
        handbook.At("tickets/classes/0/targets/0")["amount"] = 1;
    }
}
