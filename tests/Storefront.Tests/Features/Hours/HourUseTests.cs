using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Hours;
using Storefront.Tests.Features.Subscriptions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

public class HourUseTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_09_Work_beyond_the_balance_is_refused_whole_and_names_the_shortfall(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);

        Assert.Equal(new NotEnoughHours(1, 600), (await customer.UseAsync(601, "too-much")).Refusal);
        Assert.Equal(["Grant 600"], await customer.LinesAsync());
        Assert.Equal(-600, (await customer.UseAsync(600, "all")).Value.Minutes);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_04_Work_uses_rolled_over_minutes_before_the_grant(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, interval: BillingInterval.Year);
        await customer.MoveToAndSettleAsync(2026, 12, 2);

        await customer.UseAsync(200, "work");

        await using var db = customer.Store.Db();
        var lots = db.Set<HourLotRow>().Where(lot => !lot.Closed).ToDictionary(lot => lot.Source, lot => lot.RemainingMinutes);
        Assert.Equal(0, lots[LotSource.Rollover]);
        Assert.Equal(580, lots[LotSource.Grant]);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task COM_02_Of_two_works_at_once_for_the_last_hour_one_wins(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        await customer.UseAsync(540, "before");

        var tried = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => customer.UseAsync(60, $"last-{index}")));

        Assert.Single(tried, attempt => attempt.Refusal is null);
        Assert.All(tried.Where(attempt => attempt.IsRefused), attempt => Assert.Equal(new NotEnoughHours(60, 0), attempt.Refusal));
        Assert.Equal(0, await customer.BalanceAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task COM_02_The_same_work_told_twice_is_charged_once(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);

        var told = await Task.WhenAll(customer.UseAsync(90, "log"), customer.UseAsync(90, "log"), customer.UseAsync(90, "log"));

        Assert.Single(told.Select(entry => entry.Value.Id).Distinct());
        Assert.Equal(510, await customer.BalanceAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    [InlineData(int.MinValue)]
    public async Task Nothing_and_less_than_nothing_is_no_work(int minutes)
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);

        Assert.IsType<MinutesNotValid>((await customer.UseAsync(minutes, "odd")).Refusal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Work_that_is_taken_back_gives_its_minutes_back_once(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        await customer.UseAsync(90, "log");

        for (var times = 0; times < 2; times++)
        {
            var returned = await Return(customer, "log");
            Assert.Equal(90, returned.Value.Minutes);
        }

        Assert.Equal(["Grant 600", "Use -90", "Reversal 90"], await customer.LinesAsync());
        Assert.IsType<NotFound>((await Return(customer, "never")).Refusal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Work_of_a_past_period_comes_back_until_the_end_of_the_running_one(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, interval: BillingInterval.Year);
        await customer.UseAsync(90, "log");
        await customer.MoveToAndSettleAsync(2026, 12, 10);

        var returned = await Return(customer, "log");

        Assert.Equal(NodaTime.Instant.FromUtc(2027, 1, 2, 3, 0), returned.Value.ExpiresAt);
    }

    private static Task<Result<HourEntry>> Return(Subscriber customer, string key) => customer.RunAsync<HourEntry>(
        (scope, token) => customer.Store.Get<HourUse>().ReturnAsync(scope, key, reason: null, token));
}
