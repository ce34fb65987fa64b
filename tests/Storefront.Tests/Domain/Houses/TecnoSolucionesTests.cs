using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Houses;

public class TecnoSolucionesTests
{
    private static readonly Handbook Tecno = Loaded.TecnoSoluciones;

    private static readonly ProjectTemplate Template = Tecno.Projects.Single();

    [Fact]
    public void The_house_speaks_Colombian_Spanish_and_sells_in_dollars_and_Colombian_pesos_of_two_decimals()
    {
        Assert.Equal("es-CO", Tecno.DefaultLanguage);
        Assert.Equal([Currency.Usd, Currency.Cop], Tecno.Currencies);
        Assert.All(Tecno.Currencies, currency => Assert.Equal(2, currency.MinorUnitDigits));
        Assert.Equal("America/Bogota", Tecno.Zone.Id);
        Assert.False(Tecno.SellsPlans);
    }

    [Fact]
    public void TEC_01_Every_package_is_bought_once_and_has_a_price_in_both_currencies()
    {
        Assert.Equal(["cms", "commerce", "intranet", "elearning", "school", "institute"], Tecno.Packages.Select(package => package.Key));
        Assert.All(Tecno.Packages, package =>
        {
            Assert.Equal(Tecno.Currencies, package.Prices.Select(price => price.Amount.Currency));
            Assert.Same(Template, Tecno.ProjectOf(package));
        });
    }

    [Fact]
    public void TEC_02_TEC_03_Dollars_come_by_card_Zelle_or_PayPal_and_pesos_by_transfer_while_there_is_no_gateway_for_them()
    {
        Assert.Equal(["card", "zelle", "paypal"], Tecno.PaymentMethodsFor(Currency.Usd).Select(method => method.Key));
        var pesos = Assert.Single(Tecno.PaymentMethodsFor(Currency.Cop));
        Assert.Equal(("transfer", PaymentMethodKind.Offline), (pesos.Key, pesos.Kind));
    }

    [Fact]
    public void TEC_04_TEC_07_Inputs_and_review_have_their_times_notices_and_alert()
    {
        Assert.Equal(new ExpectedStage(3, 2, 3, 5), Of("inputs"));
        Assert.Equal(new ExpectedStage(2, 2, 2, 2), Of("approval"));
        Assert.Equal(new StageTime(StageUnit.BusinessDays, 2), Stage("check").Within);
        Assert.Equal(1, Template.Revisions);
    }

    [Fact]
    public void TEC_09_TEC_10_TEC_11_Access_needs_full_payment_the_workshop_two_weeks_and_the_curtain_a_day()
    {
        Assert.Equal(StageNeed.FullPayment, Assert.Single(Stage("access").Needs));
        Assert.Equal(new StageTime(StageUnit.CalendarDays, 14), Stage("workshop").Within);
        Assert.Equal(new StageTime(StageUnit.ClockHours, 24), Stage("opening").Within);
        Assert.DoesNotContain("workshop", Stage("opening").After);
    }

    [Theory]
    [InlineData(2026, 1, 12)]
    [InlineData(2026, 6, 8)]
    [InlineData(2026, 11, 16)]
    [InlineData(2027, 3, 22)]
    [InlineData(2027, 7, 5)]
    public void The_house_is_closed_on_Colombian_holidays_which_move_to_Mondays(int year, int month, int day) =>
        Assert.NotNull(Tecno.HolidayName(new LocalDate(year, month, day)));

    private static ProjectStage Stage(string key) => Template.Stages.Single(stage => stage.Key == key);

    private static ExpectedStage Of(string key) => Stage(key) is { Within: { Unit: StageUnit.BusinessDays } within, Notices: { } notices, AlertBusinessDays: { } alert }
        ? new ExpectedStage(within.Amount, notices.Count, notices.BusinessDays, alert)
        : new ExpectedStage(0, 0, 0, 0);

    private sealed record ExpectedStage(int Days, int Notices, int DaysANotice, int DaysAfterTheAlert);
}
