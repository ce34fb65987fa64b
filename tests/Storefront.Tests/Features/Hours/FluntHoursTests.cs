using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Tests.Features.Subscriptions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

/// <summary>The ledger's examples of Flunt, lived through under its own handbook on real databases.</summary>
public class FluntHoursTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_03_FLU_04_Of_600_granted_and_380_used_66_roll_over_and_16_of_them_expire(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        customer.MoveTo(2026, 11, 10);
        await customer.UseAsync(380, "november");
        customer.MoveTo(2026, 12, 2, 0);
        await customer.PayRenewalAsync("december");
        Assert.Equal(["Grant 600", "Use -380", "Expiry -220", "Rollover 66", "Grant 600"], await customer.LinesAsync());

        customer.MoveTo(2026, 12, 10);
        await customer.UseAsync(50, "december's work");
        customer.MoveTo(2027, 1, 2, 0);
        await customer.PayRenewalAsync("january");

        Assert.Equal(["Use -50", "Expiry -16", "Expiry -600", "Rollover 180", "Grant 600"], (await customer.LinesAsync())[^5..]);
        Assert.Equal(780, await customer.BalanceAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_05_On_the_11th_day_of_30_an_upgrade_is_two_thirds_of_the_money_and_400_minutes(DatabaseKind kind)
    {
        await using var customer = await Subscriber.OpenAsync(kind);
        customer.MoveTo(2027, 4, 1);
        Assert.Null((await customer.OrderAndPayAsync("essential", BillingInterval.Month)).Refusal);
        customer.MoveTo(2027, 4, 11);

        var preview = await customer.ChangeAsync("business");

        // Two thirds of 560 000 less 300 000, and 19 % on it, with the renewal.
        var adjustment = Assert.Single(preview.Lines, line => line.InsteadOf == "essential");
        Assert.Equal((new Money(173_333, Currency.Clp), new Money(32_933, Currency.Clp)), (adjustment.Amount, adjustment.Tax));
        Assert.Equal(new LocalDate(2027, 5, 1), adjustment.BilledOn);
        Assert.True(preview.MoneyNow.Total.IsZero);
        Assert.Equal(["Grant 600", "Upgrade 400"], await customer.LinesAsync());
    }

    [Fact]
    public async Task FLU_02_FLU_11_A_year_that_is_cancelled_is_granted_to_its_end_and_nothing_is_paid_back()
    {
        await using var customer = await BilledSubscriber.BuyAsync(interval: BillingInterval.Year);
        Assert.Equal(3_240_000 + 615_600, (await customer.InvoicesAsync())[0].Total);
        Assert.True((await customer.Subscriber.AskAsync(new Cancellation(), "cancel")).Value.IsInForce);

        await customer.MoveToAsync(2027, 11, 5);

        Assert.Equal(12, (await customer.Subscriber.LinesAsync()).Count(line => line == "Grant 600"));
        Assert.Equal(0, await customer.Subscriber.BalanceAsync());
        Assert.Single(await customer.InvoicesAsync());
        Assert.Equal("canceled", (await customer.StandingAsync()).Status);
    }
}
