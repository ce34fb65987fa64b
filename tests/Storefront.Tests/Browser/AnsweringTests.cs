using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Storefront.Features.Tickets;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser;

/// <summary>What scripts add to writing: drafts, templates at the cursor, pages that may answer, and the desk's keys.</summary>
public sealed class AnsweringTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [BrowserFact]
    public Task A_draft_is_kept_while_it_is_typed_and_a_template_is_inserted_where_the_cursor_stands() => VisitAsync(Screen.Desktop, async page =>
    {
        var ticket = await OpenAsync("Borradores");
        await StaffAsync(page);
        await page.GotoAsync($"/desk/tickets/{ticket}");
        var reply = page.Locator("#Reply_Body");

        await reply.FillAsync("Antes. Después.");
        await page.Locator("form:has(#Reply_Body) [data-draft-state]:not(:empty)").WaitForAsync();
        await reply.EvaluateAsync("field => { field.focus(); field.setSelectionRange(7, 7); }");
        await page.Locator("#Reply_Template").SelectOptionAsync("handbook:more-detail");
        await page.Locator("[data-template-insert]").ClickAsync();
        await Eventually.IsTrueAsync(async () => (await reply.InputValueAsync()).Length > 20);

        var text = await reply.InputValueAsync();
        Assert.StartsWith("Antes. Hola", text, StringComparison.Ordinal);
        Assert.EndsWith("Después.", text, StringComparison.Ordinal);

        // The draft follows what the template added, and is there again.
        await reply.EvaluateAsync("field => field.dispatchEvent(new Event('change', { bubbles: true }))");
        await Eventually.IsTrueAsync(async () =>
        {
            await using var db = Fixture.Host.Db();
            return await db.Set<Storefront.Features.Drafts.TicketDraft>().AnyAsync(draft => draft.Body.StartsWith("Antes. Hola"));
        });
        await page.ReloadAsync();
        Assert.Equal(text.ReplaceLineEndings("\n"), (await reply.InputValueAsync()).ReplaceLineEndings("\n"));
    });

    [BrowserFact]
    public Task Pages_that_may_answer_appear_while_the_subject_is_typed() => VisitAsync(Screen.Phone with { Language = "en" }, async page =>
    {
        var customer = await Buyer.OpenAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(customer.Email, Buyer.Password);
        await page.GotoAsync("/tickets/new");
        Assert.Equal(0, await page.Locator(".suggestions a").CountAsync());

        await page.Locator("#Input_Subject").FillAsync("Do I lose my unused hours?");

        await page.Locator(".suggestions a[href='/help/unused-hours']").WaitForAsync();
        Assert.Equal("Do I lose my unused hours?", await page.Locator("#Input_Subject").InputValueAsync());
    });

    [BrowserFact]
    public Task A_line_is_chosen_and_taken_by_keys_and_off_is_off() => VisitAsync(Screen.Desktop, async page =>
    {
        var ticket = await OpenAsync("Atajos");
        var staff = await StaffAsync(page);
        await page.GotoAsync("/desk?q=atajos");
        var dialog = page.Locator("[data-desk-keys]");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        Assert.True(await page.Locator($"#choose-{ticket}").IsCheckedAsync());
        await page.Keyboard.PressAsync("a");
        await page.Locator("[data-bulk-report]").WaitForAsync();
        await page.Locator("html[data-keys]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await using var db = Fixture.Host.Db();
        Assert.Equal(staff.Viewer.UserId, (await db.Set<Ticket>().SingleAsync(row => row.Number == ticket)).AssigneeId);

        // Off is off, and the button still explains.
        await page.Locator(".shortcuts [popovertarget=keys]").ClickAsync();
        await page.Locator("[data-desk-keys-on]").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await dialog.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("?");
        Assert.False(await dialog.IsVisibleAsync());
        await page.Locator(".shortcuts [popovertarget=keys]").ClickAsync();
        await dialog.WaitForAsync();
        Assert.False(await page.Locator("[data-desk-keys-on]").IsCheckedAsync());
    });

    private async Task<int> OpenAsync(string subject)
    {
        var customer = await Buyer.OpenAsync(Fixture.Host);
        return (await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(subject: subject), customer.Viewer, CancellationToken.None)).Value.Number;
    }

    private async Task<StaffMember> StaffAsync(IPage page)
    {
        var staff = await StaffMember.HireAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(staff.Email, StaffMember.Password);
        return staff;
    }
}
