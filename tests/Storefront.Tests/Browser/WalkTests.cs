using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Storefront.Features.Accounts;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser;

/// <summary>
/// Everybody's walk through the demonstration, by every link: each page on a phone and on a desk, light and dark. Nothing scrolls sideways,
/// everything has a name, can be read and reached, and nothing is asked of another host.
/// </summary>
public sealed partial class WalkTests(BrowserFixture fixture, DemoSite demo) : BrowserTest(fixture), IClassFixture<DemoSite>
{
    private static readonly Screen[] Screens = [Screen.Phone, Screen.Phone.Dark, Screen.Desktop.Dark, Screen.Desktop];

    /// <summary>Pages to which only a mail, a fault or a form leads.</summary>
    private static readonly string[] Unlinked =
    [
        "/", "/confirm", "/confirm?user=x&code=y", "/reset-password", "/register/check-mail", "/language", "/theme", "/error/500", "/error/403",
        "/nothing-here", "/checkout?plan=nothing", "/plans?hours=18&interval=year",
    ];

    private static readonly string[] Own =
    [
        "/account", "/account/choose", "/sign-out", "/subscription/change?plan=enterprise&interval=month", "/subscription/change?plan=essential&interval=month",
        "/subscription/cancel", "/subscription/pause", "/checkout?plan=growth&interval=month&currency=CLP", "/tickets?q=nothing", "/tickets/new",
    ];

    [BrowserTheory]
    [InlineData("es-CL")]
    [InlineData("pt-BR")]
    [InlineData("en")]
    public Task Nobody_in_particular_finds_every_public_page_in_order(string language) => WalkAsync(
        language, email: null, Unlinked, ["/", "/plans", "/questions", "/legal/terms", "/legal/privacy", "/register", "/sign-in", "/forgot-password", "/sandbox/mail", "/sandbox/clock"]);

    [BrowserTheory]
    [InlineData("es-CL")]
    [InlineData("pt-BR")]
    [InlineData("en")]
    public Task A_customer_finds_every_page_of_its_account_in_order(string language) => WalkAsync(
        language, People.Customer.Email, Own, ["/account", "/hours", "/subscription", "/tickets", "/tickets/*", "/orders", "/orders/*", "/billing", "/account/tokens", "/account/members", "/account/members/*"]);

    [BrowserTheory]
    [InlineData("es-CL")]
    [InlineData("pt-BR")]
    [InlineData("en")]
    public Task Staff_find_every_page_of_the_desk_in_order(string language) => WalkAsync(
        language, People.Staff.Email, ["/desk"], ["/desk", "/desk/tickets/*", "/desk/accounts", "/desk/accounts/*", "/desk/operations"]);

    [BrowserTheory]
    [InlineData("es-CL")]
    [InlineData("pt-BR")]
    [InlineData("en")]
    public Task Whoever_pays_finds_every_page_of_the_local_Stripe_in_order(string language) => VisitAsync(
        Screen.Desktop with { Language = language },
        async page =>
        {
            var buyer = await Buyer.OpenAsync(demo.Host);
            var shop = new BuyingPages(page);
            var faults = new SortedSet<string>(StringComparer.Ordinal);
            await shop.SignInAsync(buyer.Email, Buyer.Password);
            await shop.GoToPaymentAsync("business");
            await LookAsync(page, "payment", language, faults);
            await shop.PayAsync("1234");
            await page.Locator("[aria-invalid=true]").First.WaitForAsync();
            await LookAsync(page, "payment with a mistake", language, faults);
            await shop.PayAsync(PaymentPage.DeclinedCard);
            await page.Locator("[role=alert]").First.WaitForAsync();
            await LookAsync(page, "declined payment", language, faults);
            await shop.PayAsync(PaymentPage.AuthenticatedCard);
            await page.ArriveAsync("**/sandbox/stripe/pay/*/confirm");
            await LookAsync(page, "bank", language, faults);
            await page.Locator("[name=answer][value=fail]").ClickAsync();
            await page.Locator("[role=alert]").First.WaitForAsync();
            await LookAsync(page, "payment that the bank refused", language, faults);
            await shop.PayAsync(PaymentPage.AuthenticatedCard);
            await page.Locator("[name=answer][value=approve]").ClickAsync();
            await page.ArriveAsync("**/orders/**");
            await buyer.SettleAsync();

            await page.GotoAsync("/billing");
            await page.Locator("form[action='/billing?handler=card'] button").First.ClickAsync();
            await page.ArriveAsync("**/sandbox/stripe/portal/*");
            await LookAsync(page, "portal", language, faults);
            await page.Locator("form[action$='/cancel'] button").ClickAsync();
            await page.Locator("form[action$='/keep'] button").WaitForAsync();
            await LookAsync(page, "portal with a plan that ends", language, faults);
            await page.Locator("a[href*='/invoice/']").First.ClickAsync();
            await page.ArriveAsync("**/sandbox/stripe/invoice/*");
            await LookAsync(page, "invoice", language, faults);
            await page.GotoAsync("/sandbox/stripe/pay/nothing");
            await LookAsync(page, "payment page of nothing", language, faults);

            Assert.True(faults.Count == 0, string.Join('\n', faults));
        },
        $"stripe-{language}");

    /// <summary><c>UPDATE_PICTURE=true</c> puts it where the README shows it; otherwise it lies with the other screenshots.</summary>
    [BrowserFact]
    public Task The_picture_of_the_README_is_of_a_ticket_that_is_being_worked_on() => VisitAsync(Screen.Desktop with { Language = "en" }, async page =>
    {
        await new BuyingPages(page).SignInAsync(People.Customer.Email, DemoSignIns.Password);
        await page.GotoAsync("/tickets/7");
        await page.Locator(".live-state[data-state=live]").WaitForAsync();
        Assert.Equal("In progress", await page.Locator("#now .badge").First.InnerTextAsync());
        var isShown = Environment.GetEnvironmentVariable("UPDATE_PICTURE") is "true";
        var place = isShown ? Path.Combine(Repository.Root, "wwwroot", "img") : Artifacts.Directory("screenshots");
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(place, "ticket.png"), Animations = ScreenshotAnimations.Disabled });
        Assert.InRange(picture.Length, 20_000, 200_000);
        Assert.Contains("wwwroot/img/ticket.png", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    });

    protected override Uri Address => demo.Host.Address;

    protected override bool IsTraced => false;

    private DemoSignIns People => demo.Host.Services.GetRequiredService<DemoSignIns>();

    /// <summary>That a page itself is refused or missing is told to the console by the browser; files and streams must be there.</summary>
    protected override bool IsFault(IConsoleMessage message) => message.Type is "error" or "warning"
        && (!message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) || FileOrStream().IsMatch(message.Location));

    [GeneratedRegex(@"^[^?]*(/graphql|\.[a-z]+)(\?|:|$)")]
    private static partial Regex FileOrStream();

    private Task WalkAsync(string language, string? email, IEnumerable<string> first, IEnumerable<string> expected) => VisitAsync(
        Screen.Desktop with { Language = language },
        async page =>
        {
            if (email is not null)
            {
                await new BuyingPages(page).SignInAsync(email, DemoSignIns.Password);
            }

            var faults = new SortedSet<string>(StringComparer.Ordinal);
            var walk = new SiteWalk(page, Address);
            await walk.RunAsync(first, async (path, answer) =>
            {
                if (answer.Status >= 400 && !first.Contains(path))
                {
                    faults.Add($"{path} answers {answer.Status}");
                }

                foreach (var screen in language == "es-CL" ? Screens : [Screen.Phone])
                {
                    await screen.ApplyAsync(page);
                    if (path == first.First())
                    {
                        await OpenMenusAsync(page, path, screen, faults);
                    }

                    await page.EvaluateAsync("document.querySelectorAll('main details').forEach(each => each.open = true)");
                    faults.UnionWith((await PageFaults.FindAsync(page)).Select(fault => $"{path} at {screen} {fault}"));
                }
            });

            Assert.True(faults.Count == 0, string.Join('\n', faults));
            Assert.Superset(expected.ToHashSet(), walk.Kinds.ToHashSet());
        },
        $"{email ?? "nobody"}-{language}");

    private static async Task LookAsync(IPage page, string what, string language, SortedSet<string> faults)
    {
        foreach (var screen in language == "es-CL" ? Screens : [Screen.Phone])
        {
            await screen.ApplyAsync(page);
            faults.UnionWith((await PageFaults.FindAsync(page)).Select(fault => $"{what} at {screen} {fault}"));
            if (language == "es-CL")
            {
                await Gallery.SaveAsync(page, $"stripe-{what.Replace(' ', '-')}", screen);
            }
        }
    }

    private static async Task OpenMenusAsync(IPage page, string path, Screen screen, SortedSet<string> faults)
    {
        foreach (var menu in await page.Locator("header details.menu > summary:visible").AllAsync())
        {
            await menu.EvaluateAsync("summary => summary.parentElement.open = true");
            faults.UnionWith((await PageFaults.FindAsync(page)).Select(fault => $"{path} at {screen}, menu open, {fault}"));
            await menu.EvaluateAsync("summary => summary.parentElement.open = false");
        }
    }
}
