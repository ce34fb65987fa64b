using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser;

/// <summary>What a customer of each house takes, changes and sees of it, in the house's language, with the sandbox's clock moved over a renewal.</summary>
public sealed class HousePlanTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private StorefrontHost? house;

    protected override Uri Address => house!.Address;

    [BrowserFact]
    public Task FEN_01_FEN_03_FEN_04_FEN_05_FEN_06_In_Fenicio_everybody_begins_free_pays_the_whole_difference_and_keeps_nothing() => InAsync("fenicio", "es-UY", async page =>
    {
        await HoursAreAsync(page, "1 h");
        await page.GotoAsync("/subscription/change");
        await page.GetByText("Silver", new() { Exact = true }).ClickAsync();
        await page.Locator("form[method='get'] button").ClickAsync();
        await page.ArriveAsync("**/checkout?plan=silver*");
        await PayAsync(page);
        await HoursAreAsync(page, "5 h");

        await page.GotoAsync("/subscription/change?plan=gold&interval=month");
        Assert.Contains("De Silver a Gold, la diferencia completa", await TextAsync(page), StringComparison.Ordinal);
        Assert.Contains("$ 12.200,00", await TextAsync(page), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cambiar a Gold ahora" }).ClickAsync();
        await HoursAreAsync(page, "10 h");

        await page.GotoAsync("/subscription/change?plan=silver&interval=month");
        Assert.Contains("El plazo contratado termina el 2 de noviembre de 2027", await TextAsync(page), StringComparison.Ordinal);

        // Nothing is carried over, and until the card has been charged for the new month nothing comes.
        await MoveAMonthAsync(page);
        await HoursAreAsync(page, "0 h");
        Assert.Contains("Estamos cobrando tu plan", await TextAsync(page), StringComparison.Ordinal);
        Assert.Contains("Vencimiento", await TextAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Traspaso", await TextAsync(page), StringComparison.Ordinal);
        await page.GotoAsync("/hours/loyalty");
        await page.GetByText("Todavía no", new() { Exact = true }).WaitForAsync();
    });

    [BrowserFact]
    public Task ALF_02_In_Alfinet_the_hour_costs_what_its_season_says_and_work_is_asked_for() => InAsync("alfinet", "pt-BR", async page =>
    {
        await page.Locator("header a.nav-link[href='/rates']").ClickAsync();
        Assert.Contains("R$ 200,00 por hora", await TextAsync(page), StringComparison.Ordinal);

        await MoveAsync(page, "P1W");
        await MoveAsync(page, "P1W");
        await page.GotoAsync("/rates");
        Assert.Contains("Black Friday: 200% do valor-base, até 30 de novembro de 2026", await TextAsync(page), StringComparison.Ordinal);
        Assert.Contains("R$ 400,00 por hora", await TextAsync(page), StringComparison.Ordinal);

        await page.GotoAsync("/plans");
        await page.GetByText("Pedir um orçamento").First.ClickAsync();
        Assert.True(await page.Locator("[name='Input.Kind'][value=evolution]").IsCheckedAsync());
        Assert.Equal(404, (await page.GotoAsync("/hours"))!.Status);
    });

    [BrowserFact]
    public Task TEC_01_In_TecnoSoluciones_a_package_is_compared_in_both_currencies_and_asked_for() => InAsync("tecnosoluciones", "es-CO", async page =>
    {
        await page.GotoAsync("/plans");
        var before = await page.Locator(".plan-price").First.InnerTextAsync();
        await page.Locator(".segmented").GetByText("COP", new() { Exact = true }).ClickAsync();
        Assert.NotEqual(before, await page.Locator(".plan-price").First.InnerTextAsync());

        await page.Locator(".plan a.button").First.ClickAsync();
        await page.ArriveAsync("**/checkout/*");
        await page.Locator("input[name=design]").First.CheckAsync();
        await page.Locator("main form .button-primary").First.ClickAsync();
        await page.ArriveAsync("**/orders/*");
        Assert.Contains("TecnoCMS Intermedio", await TextAsync(page), StringComparison.Ordinal);
        Assert.NotEqual(0, await page.Locator("a[href$='/payment']").CountAsync());
    });

    [BrowserFact]
    public Task SEN_10_In_Sense_a_package_says_its_two_parts_before_it_is_asked_for() => InAsync("sense", "es-CO", async page =>
    {
        await page.GotoAsync("/plans");
        Assert.Matches(new Regex("con el pedido"), await TextAsync(page));
        Assert.Matches(new Regex("con la entrega"), await TextAsync(page));

        await page.Locator(".plan a.button").First.ClickAsync();
        await page.ArriveAsync("**/checkout/*");
        Assert.Matches(new Regex("con el pedido", RegexOptions.IgnoreCase), await TextAsync(page));
        Assert.Matches(new Regex("con la entrega", RegexOptions.IgnoreCase), await TextAsync(page));
        await page.Locator("main form .button-primary").First.ClickAsync();
        await page.ArriveAsync("**/sandbox/stripe/pay/**");
    });

    /// <summary>Somebody new in the house, signed in.</summary>
    private async Task InAsync(string key, string language, Func<IPage, Task> test, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        house = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["House"] = key;
            builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, key);
        });
        await using (house)
        {
            var buyer = await Buyer.OpenAsync(house);
            await VisitAsync(
                Screen.Desktop with { Language = language },
                async page =>
                {
                    await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
                    await test(page);
                },
                name);
        }
    }

    private static async Task PayAsync(IPage page)
    {
        await page.Locator("main form .button-primary").ClickAsync();
        await page.ArriveAsync("**/sandbox/stripe/pay/**");
        await new BuyingPages(page).PayAsync(PaymentPage.GoodCard);
        await page.ArriveAsync("**/orders/**");
        await new BuyingPages(page).WaitForHeadingAsync("Tu plan está activo");
    }

    private static Task MoveAMonthAsync(IPage page) => MoveAsync(page, "P1M");

    private static async Task MoveAsync(IPage page, string step)
    {
        await page.GotoAsync("/sandbox/clock");
        await page.Locator($"button[value={step}]").ClickAsync();
        await page.Locator(".toast").WaitForAsync();
    }

    /// <summary>That many can be used, by the page of hours, once what was paid has arrived.</summary>
    private static async Task HoursAreAsync(IPage page, string hours)
    {
        await page.GotoAsync("/hours");
        await page.Locator("#hours-figures details").First.Locator("summary").GetByText(hours, new() { Exact = true }).WaitForAsync();
    }

    private static async Task<string> TextAsync(IPage page) => (await page.Locator("main").InnerTextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
