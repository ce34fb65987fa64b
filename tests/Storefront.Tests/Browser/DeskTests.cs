using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Storefront.Domain.Plans;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours;
using Storefront.Features.Tickets;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;

namespace Storefront.Tests.Browser;

/// <summary>Staff work a ticket from the queue to its end.</summary>
public sealed class DeskTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [BrowserFact]
    public Task Staff_confirm_answer_start_log_and_resolve_and_the_customers_hours_fall() => VisitAsync(Screen.Desktop, async page =>
    {
        var customer = await Buyer.OpenAsync(Fixture.Host);
        await customer.BuyAsync(customer.Wish("business", BillingInterval.Year));
        var open = customer.Get<OpenTicket>();
        var ticket = (await open.HandleAsync(TicketCustomer.Input(subject: "No se puede pagar"), customer.Viewer, CancellationToken.None)).Value;
        await open.HandleAsync(TicketCustomer.Input(Urgency.Low, subject: "Cambiar el banner"), customer.Viewer, CancellationToken.None);
        var staff = await StaffMember.HireAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(staff.Email, StaffMember.Password);
        var desk = new DeskPages(page);

        await page.GotoAsync("/desk");
        await LookAsync(page, "desk");
        await desk.OpenTicketAsync(ticket.Number);
        await desk.ConfirmClassAsync();
        await desk.ReplyAsync("Ya lo estamos viendo");
        await desk.NoteAsync("Revisar primero la plantilla");
        await desk.MoveAsync("InProgress");
        await desk.LogAsync(90, "Arreglo del checkout");
        await LookAsync(page, "desk-ticket");
        await desk.MoveAsync("Resolved");

        Assert.Equal("18 h 30 min", await desk.HoursLeftAsync());
        Assert.Equal(1110, await BalanceAsync(customer));
        await page.GotoAsync($"/desk/accounts/{customer.Account.Value}");
        await LookAsync(page, "desk-account");
        await page.GotoAsync("/desk/accounts");
        await LookAsync(page, "desk-accounts");
        await page.GotoAsync("/desk/operations");
        await LookAsync(page, "desk-operations");
    });

    [BrowserFact]
    public Task The_timer_counts_and_the_keys_move_through_the_queue() => VisitAsync(Screen.Desktop, async page =>
    {
        var customer = await Buyer.OpenAsync(Fixture.Host);
        await customer.BuyAsync(customer.Wish("essential", BillingInterval.Month));
        var ticket = (await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(), customer.Viewer, CancellationToken.None)).Value;
        var staff = await StaffMember.HireAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(staff.Email, StaffMember.Password);

        await page.GotoAsync("/desk");
        await page.Keyboard.PressAsync("j");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('[data-desk-row]')"));
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.GotoAsync($"/desk/tickets/{ticket.Number}");
        await page.Locator("[data-work-timer=start]").ClickAsync();
        await page.Locator("[data-work-timer=running]").WaitForAsync();
        await page.ReloadAsync();
        Assert.Equal(1, await page.Locator("[data-work-timer=running]").CountAsync());
        await page.Locator("#timer-note").FillAsync("Found the cause");
        await page.Locator("[data-work-timer=log]").ClickAsync();
        await page.Locator("#work-logs").GetByText("Found the cause").WaitForAsync();
    });

    [BrowserFact]
    public Task Keys_are_explained_and_do_nothing_while_somebody_types() => VisitAsync(Screen.Desktop, async page =>
    {
        var customer = await Buyer.OpenAsync(Fixture.Host);
        await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(subject: "Teclas"), customer.Viewer, CancellationToken.None);
        var staff = await StaffMember.HireAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(staff.Email, StaffMember.Password);
        var dialog = page.Locator("[data-desk-keys]");

        await page.GotoAsync("/desk?q=teclas");
        await page.Keyboard.PressAsync("?");
        await dialog.WaitForAsync();
        await Accessibility.AssertAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await dialog.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("?xa");
        Assert.Equal("?xateclas", await page.Locator("#q").InputValueAsync());
        await dialog.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    });

    [BrowserFact]
    public Task A_card_is_dragged_to_another_column_of_the_board() => VisitAsync(Screen.Desktop, async page =>
    {
        var customer = await Buyer.OpenAsync(Fixture.Host);
        var ticket = (await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(subject: "Arrastrar"), customer.Viewer, CancellationToken.None)).Value;
        var staff = await StaffMember.HireAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(staff.Email, StaffMember.Password);
        await page.GotoAsync($"/desk/board?account={customer.Account.Value}");
        var card = page.Locator($"[data-board-card]:has(a[href='/desk/tickets/{ticket.Number}'])");

        await card.DragToAsync(page.Locator("[data-board-column=InProgress] h2"));

        await page.Locator($"[data-board-column=InProgress] a[href='/desk/tickets/{ticket.Number}']").WaitForAsync();
        await LookAsync(page, "desk-board");
        await page.GotoAsync("/desk/status");
        await LookAsync(page, "desk-status");
        await page.GotoAsync("/status");
        await LookAsync(page, "status");
    });

    private async Task<int> BalanceAsync(Buyer customer)
    {
        await using var db = Fixture.Host.Db();
        return await db.Set<HourEntryRow>().Where(row => row.AccountId == customer.Account)
            .OrderByDescending(row => row.Sequence).Select(row => row.BalanceAfter).FirstAsync();
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await Accessibility.AssertAsync(page);
        foreach (var screen in new[] { Screen.Phone.Dark, Screen.Phone, Screen.Desktop.Dark, Screen.Desktop })
        {
            await screen.ApplyAsync(page);
            await Gallery.SaveAsync(page, name, screen);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways at {screen.Width}.");
        }
    }
}
