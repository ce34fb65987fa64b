using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser;

/// <summary>The plans page as a newcomer uses it, with and without scripts.</summary>
public sealed class PlansTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly Screen WithoutScripts = Screen.Desktop with { Scripts = false };

    [BrowserFact]
    public Task FLU_01_Four_plans_stand_side_by_side_by_rank() => VisitAsync(WithoutScripts, async page =>
    {
        var plans = await new PlansPage(page).OpenAsync();

        Assert.Equal(["Essential", "Business", "Growth", "Enterprise"], await plans.NamesAsync());
        Assert.Equal(["10 h", "20 h", "40 h", "60 h"], await plans.HoursAsync());
    });

    [BrowserFact]
    public Task FLU_02_The_year_is_shown_with_ten_percent_less_and_its_monthly_equivalent() => VisitAsync(WithoutScripts, async page =>
    {
        var plans = await new PlansPage(page).OpenAsync();
        Assert.Equal("$300.000", await plans.PriceOfAsync("essential"));

        await plans.ChooseYearAsync();

        Assert.Equal("$270.000", await plans.PriceOfAsync("essential"));
        Assert.Contains("$3.240.000", await plans.TaxLineOfAsync("essential"), StringComparison.Ordinal);
        Assert.Contains("10 %", await plans.TaxLineOfAsync("essential"), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task The_calculator_names_the_cheapest_plan_that_covers_the_need_and_what_the_one_below_lacks() => VisitAsync(WithoutScripts, async page =>
    {
        var plans = await new PlansPage(page).OpenAsync();

        await plans.AskForHoursAsync("18");

        Assert.Contains("Business", await plans.AnswerAsync(), StringComparison.Ordinal);
        Assert.Contains("8 h", await plans.AnswerAsync(), StringComparison.Ordinal);
        Assert.Equal("/checkout?plan=business&interval=month&currency=CLP", await plans.AnswerLinkAsync());
    });

    [BrowserFact]
    public Task A_currency_is_chosen_without_losing_the_year() => VisitAsync(WithoutScripts, async page =>
    {
        var plans = await new PlansPage(page).OpenAsync();

        await plans.ChooseYearAsync();
        await plans.ChooseCurrencyAsync("USD");

        Assert.StartsWith("USD", (await plans.PriceOfAsync("business")).Replace("US$", "USD", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("/checkout?plan=business&interval=year&currency=USD", await plans.ChoiceLinkOfAsync("business"));
    });
}
