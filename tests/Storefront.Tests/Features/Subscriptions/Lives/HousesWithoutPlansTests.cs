using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Features.Subscriptions.Lives;

/// <summary>Alfinet, TecnoSoluciones and Sense Digital sell no plans: whatever is asked of hours is refused, and nothing is ever written.</summary>
public class HousesWithoutPlansTests
{
    [Theory]
    [InlineData("alfinet")]
    [InlineData("tecnosoluciones")]
    [InlineData("sense")]
    public async Task COM_02_Whatever_is_asked_of_hours_leaves_an_empty_ledger(string house)
    {
        await using var life = await StoreLife.OpenAsync(house, isBilled: false);
        var day = new LocalDate(2026, 11, 2);
        for (var month = 0; month < 3; month++)
        {
            await life.MoveToAsync(day.PlusMonths(month));
            Assert.Equal(0, await life.UseAsync(30));
            Assert.False(await life.CorrectAsync(30));
            Assert.False(await life.CorrectAsync(-30));
            Assert.Equal("NO_SUBSCRIPTION", await life.AdvanceAsync(30));
            Assert.True((await life.PreviewAsync("business", BillingInterval.Month, temporary: false)).IsRefused);
            foreach (var wish in Enum.GetValues<WishKind>())
            {
                Assert.Equal("SUBSCRIPTION_NOT_READY", await life.WishAsync(wish));
            }

            Assert.Equal("LOYALTY_NOT_OFFERED", await life.RecordAsync(day.PlusMonths(month - 1), 90_000, onTime: true));
            Assert.Equal((0, 0), await life.BalanceAsync());
            Assert.Null(await life.CurrentAsync());
        }
    }

    [Fact]
    public void ALF_02_The_rate_of_every_day_is_what_a_calendar_on_the_wall_says()
    {
        var card = Loaded.Alfinet.RateCard!.Card;
        for (var day = new LocalDate(2026, 1, 1); day.Year < 2031; day = day.PlusDays(1))
        {
            var isDouble = day.Month is 3 or 4 or 5 || (day.Month == 11 && day.Day is >= 15 and <= 30);
            Assert.Equal(isDouble ? 40_000 : 20_000, card.RateOn(day).MinorUnits);
        }
    }
}
