using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

/// <summary>Fenicio's rules on its own handbook, on real databases.</summary>
public class FenicioHoursTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_01_Every_customer_has_the_free_plan_from_the_first_day_by_an_order_of_nothing(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        await shop.MoveToAsync(2026, 11, 2);

        Assert.Equal(["Grant 60"], await shop.LinesAsync());
        var order = Assert.Single(await shop.OrdersAsync());
        Assert.Equal((true, "basico"), (order.Total.IsZero, order.PlanKey));

        await shop.MoveToAsync(2027, 2, 3);
        Assert.Equal(["Grant 60", "Expiry -60", "Grant 60", "Expiry -60", "Grant 60", "Expiry -60", "Grant 60"], await shop.LinesAsync());
    }

    [Fact]
    public async Task FEN_02_Four_months_on_time_give_silver_for_the_period_that_starts_next()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.MoveToAsync(2026, 11, 10);
        string[] amounts = ["87543", "75901", "76202", "81001"];
        for (var index = 0; index < 4; index++)
        {
            var recorded = await shop.RecordAsync(2026, 7 + index, amounts[index]);
            Assert.Equal(index == 3 ? "silver" : null, recorded.Value.Earned?.Key);
        }

        Assert.Equal(["Grant 60"], await shop.LinesAsync());
        await shop.MoveToAsync(2026, 12, 3);

        Assert.Equal(["Grant 60", "Expiry -60", "Grant 60", "Loyalty 240"], await shop.LinesAsync());
        var earned = (await shop.OrdersAsync())[^1];
        Assert.Equal(("silver", "loyalty", true), (earned.PlanKey, earned.PaymentMethod, earned.Total.IsZero));
        await shop.MoveToAsync(2027, 1, 3);
        Assert.Equal("Grant 60", (await shop.LinesAsync())[^1]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_02_A_higher_plan_bought_over_an_earned_one_keeps_its_list_price_and_adds_the_difference_of_hours(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        foreach (var month in new[] { 7, 8, 9, 10 })
        {
            Assert.Null((await shop.RecordAsync(2026, month, "80000")).Refusal);
        }

        await shop.MoveToAsync(2026, 12, 5);
        await shop.BuyAsync("gold");

        var order = (await shop.OrdersAsync())[^1];
        Assert.Equal(("silver", 1_220_000L, 2_190_000L, 1_451_800L), (order.EarnedPlanKey, order.Total.MinorUnits, order.Price.MinorUnits, order.CreditTotal.MinorUnits));
        Assert.Equal(2_190_000L, (await shop.SubscriptionAsync()).Price.MinorUnits);
        Assert.Equal(["Grant 60", "Loyalty 240", "Upgrade 300"], (await shop.LinesAsync())[^3..]);
    }

    [Fact]
    public async Task FEN_02_A_late_month_takes_back_what_was_put_down_and_wrong_months_are_refused()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.MoveToAsync(2026, 11, 10);
        await shop.RecordAsync(2026, 9, "90000");

        Assert.IsType<CommissionMonthRecorded>((await shop.RecordAsync(2026, 9, "90000")).Refusal);
        Assert.IsType<CommissionMonthOutOfOrder>((await shop.RecordAsync(2026, 8, "90000")).Refusal);
        Assert.IsType<CommissionMonthNotOver>((await shop.RecordAsync(2026, 11, "90000")).Refusal);
        Assert.IsType<CommissionNotValid>((await shop.RecordAsync(2026, 10, "a lot")).Refusal);
        Assert.Null((await shop.RecordAsync(2026, 10, "90000", onTime: false)).Value.Earned);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_10_A_chargeable_ticket_costs_at_least_the_plans_minimum_on_its_total_when_it_closes(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        await shop.MoveToAsync(2026, 11, 2, 10);
        await shop.BuyAsync("gold");
        var small = await shop.OpenTicketAsync("request");
        var larger = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 11);
        await shop.LogAsync(small, 4);
        await shop.LogAsync(small, 3);
        await shop.LogAsync(larger, 4);
        await shop.LogAsync(larger, 9);

        await shop.CloseAsync(small);
        await shop.CloseAsync(larger);

        Assert.Equal((10, 13), (await shop.ChargedAsync(small), await shop.ChargedAsync(larger)));
        Assert.Equal(["Use -4", "Use -3", "Use -4", "Use -9", "Use -3"], (await shop.LinesAsync())[^5..]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_10_Taking_all_work_back_gives_back_what_brought_the_ticket_to_its_least_charge(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        await shop.MoveToAsync(2026, 11, 2, 10);
        await shop.BuyAsync("gold");
        var ticket = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 11);
        var (first, second) = (await shop.LogAsync(ticket, 4), await shop.LogAsync(ticket, 3));
        await shop.CloseAsync(ticket);
        Assert.Equal(10, await shop.ChargedAsync(ticket));

        await ReverseAsync(second);
        Assert.Equal(7, await shop.ChargedAsync(ticket));
        for (var times = 0; times < 2; times++)
        {
            await ReverseAsync(first);
        }

        Assert.Equal(0, await shop.ChargedAsync(ticket));
        Assert.Equal(["Use -3", "Reversal 3", "Reversal 4", "Reversal 3"], (await shop.LinesAsync())[^4..]);

        async Task ReverseAsync(Storefront.Features.Tickets.WorkLog log) => Assert.Null(
            (await shop.Get<ReverseWorkLog>().HandleAsync(ticket, log.Id, "It was our own fault.", shop.Staff, CancellationToken.None)).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_10_Reopened_and_closed_again_a_ticket_costs_the_minimum_or_its_total_and_never_both(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        await shop.MoveToAsync(2026, 11, 2, 10);
        await shop.BuyAsync("gold");
        var ticket = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 11);
        await shop.LogAsync(ticket, 4);
        await shop.CloseAsync(ticket);
        Assert.Equal(10, await shop.ChargedAsync(ticket));

        // 4 + 3 still fall short of the ten, and now by less; 4 + 3 + 9 come to more than ten by themselves.
        await CloseAgainAsync(3);
        Assert.Equal(10, await shop.ChargedAsync(ticket));
        Assert.Equal(["Use -4", "Use -6", "Use -3", "Reversal 6", "Use -3"], (await shop.LinesAsync())[^5..]);
        await CloseAgainAsync(9);
        Assert.Equal(16, await shop.ChargedAsync(ticket));
        Assert.Equal(["Use -9", "Reversal 3"], (await shop.LinesAsync())[^2..]);

        async Task CloseAgainAsync(int minutes)
        {
            Assert.Null((await shop.Get<ReopenTicket>().HandleAsync(new ReopenTicketInput(ticket.Id, "It is not done."), shop.Owner, CancellationToken.None)).Refusal);
            await shop.LogAsync(ticket, minutes);
            await shop.CloseAsync(ticket);
        }
    }

    [Fact]
    public async Task FEN_10_FEN_12_Closed_again_what_was_priced_of_the_least_charge_is_credited()
    {
        await using var shop = await FenicioShop.OpenAsync();
        var used = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 11);
        await shop.LogAsync(used, 60);
        var ticket = await shop.OpenTicketAsync("request");
        await shop.LogAsync(ticket, 10);
        await shop.CloseAsync(ticket);
        Assert.Null((await shop.Get<ReopenTicket>().HandleAsync(new ReopenTicketInput(ticket.Id, "It is not done."), shop.Owner, CancellationToken.None)).Refusal);
        await shop.LogAsync(ticket, 25);
        await shop.CloseAsync(ticket);

        var priced = await shop.OveragesAsync();
        Assert.Equal((35, 0, 35), (priced.Sum(overage => overage.WorkMinutes), priced.Sum(overage => overage.TopUpMinutes), await shop.ChargedAsync(ticket)));
        var (first, rest) = (priced[0].HourlyRate.MultiplyByFraction(10, 60), priced[0].HourlyRate.MultiplyByFraction(25, 60));
        Assert.Equal((first + rest).MinorUnits, priced.Sum(overage => overage.Net.MinorUnits));
    }

    [Fact]
    public async Task FEN_10_FEN_12_The_least_charge_that_was_priced_is_credited_to_the_minor_unit()
    {
        await using var shop = await FenicioShop.OpenAsync();
        var used = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 11);
        await shop.LogAsync(used, 60);
        var ticket = await shop.OpenTicketAsync("request");
        var log = await shop.LogAsync(ticket, 10);
        await shop.CloseAsync(ticket);
        Assert.Equal((10, 20), Assert.Single(await shop.OveragesAsync()) is var priced ? (priced.WorkMinutes, priced.TopUpMinutes) : default);

        var reversed = await shop.Get<ReverseWorkLog>().HandleAsync(ticket, log.Id, "It was our own fault.", shop.Staff, CancellationToken.None);

        Assert.Null(reversed.Refusal);
        Assert.Equal(0, await shop.ChargedAsync(ticket));
        Assert.Equal(0, (await shop.OveragesAsync()).Sum(overage => overage.Total.MinorUnits));
        Assert.Equal(0, (await shop.OveragesAsync()).Sum(overage => overage.Minutes));
    }

    [Fact]
    public async Task FEN_10_A_ticket_that_costs_nothing_has_no_minimum()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.MoveToAsync(2026, 11, 2, 10);
        await shop.BuyAsync("gold");
        var fault = await shop.OpenTicketAsync("regression");
        await shop.MoveToAsync(2026, 11, 3, 11);
        await shop.LogAsync(fault, 4);
        await shop.CloseAsync(fault);

        Assert.Equal(0, await shop.ChargedAsync(fault));
    }

    [Fact]
    public async Task FEN_11_A_call_out_that_proves_to_be_level_3_counts_double()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.MoveToAsync(2026, 11, 2, 10);
        await shop.BuyAsync("gold");
        await shop.MoveToAsync(2026, 11, 8, 10);
        var call = await shop.OpenTicketAsync("no-access");
        await shop.MoveToAsync(2026, 11, 8, 12);
        await shop.LogAsync(call, 45);
        Assert.Equal(0, await shop.ChargedAsync(call));

        Assert.Null((await shop.ClassifyAsync(call, "N3")).Refusal);

        Assert.Equal(90, await shop.ChargedAsync(call));
        Assert.Equal("Use -90", (await shop.LinesAsync())[^1]);
        Assert.Null((await shop.ClassifyAsync(call, "N1")).Refusal);
        Assert.Equal(0, await shop.ChargedAsync(call));
        Assert.Equal("Reversal 90", (await shop.LinesAsync())[^1]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_12_Work_beyond_the_hours_is_billed_at_the_rate_of_the_plan_at_closing_and_the_balance_stays_at_nothing(DatabaseKind kind)
    {
        await using var shop = await FenicioShop.OpenAsync(kind);
        await shop.MoveToAsync(2026, 11, 2, 10);
        var ticket = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 12);
        await shop.QuoteAsync(ticket, 90);
        await shop.LogAsync(ticket, 90);
        Assert.Equal(["Grant 60", "Use -60"], await shop.LinesAsync());
        Assert.Empty(await shop.OveragesAsync());

        await shop.BuyAsync("silver");
        await shop.CloseAsync(ticket);

        // 30 minutes at Silver's 2 600 an hour, although Básico was in force when they were worked.
        var overage = Assert.Single(await shop.OveragesAsync());
        Assert.Equal((30, 130_000L, 28_600L), (overage.Minutes, overage.Net.MinorUnits, overage.Tax.MinorUnits));
        Assert.Equal(["Grant 60", "Use -60", "Upgrade 240"], await shop.LinesAsync());
    }

    [Fact]
    public async Task FEN_12_Minutes_belong_to_the_period_in_which_they_were_worked()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.MoveToAsync(2026, 11, 2, 10);
        await shop.BuyAsync("gold");
        var ticket = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 12, 2, 10);
        await shop.RenewAsync();
        Assert.Equal(["Expiry -60", "Expiry -540", "Grant 600"], (await shop.LinesAsync())[^3..]);

        await shop.LogAsync(ticket, 45, shop.At(2026, 12, 1, 12));

        Assert.Equal(["Reversal 45", "Use -45"], (await shop.LinesAsync())[^2..]);
    }

    [Fact]
    public async Task FEN_06_An_unpaid_period_grants_nothing()
    {
        await using var shop = await FenicioShop.OpenAsync();
        await shop.MoveToAsync(2026, 11, 2, 10);
        await shop.BuyAsync("gold");
        await shop.MoveToAsync(2026, 12, 3);

        Assert.Equal(PlanSubscriptionStatus.PastDue, (await shop.SubscriptionAsync()).Status);
        Assert.DoesNotContain("Grant 600", await shop.LinesAsync());
    }
}
