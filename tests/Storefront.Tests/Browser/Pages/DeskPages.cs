using System.Globalization;
using Microsoft.Playwright;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser.Pages;

/// <summary>The desk, as staff use it.</summary>
public sealed class DeskPages(IPage page)
{
    public async Task OpenTicketAsync(int number)
    {
        await page.GotoAsync("/desk");
        await page.Locator($"a[href='/desk/tickets/{number}']").ClickAsync();
        await page.ArriveAsync($"**/desk/tickets/{number}");
    }

    public async Task ConfirmClassAsync()
    {
        await page.Locator("#class form button").ClickAsync();
        await page.Locator("#class .badge-success").WaitForAsync();
    }

    /// <summary>By the keyboard, as somebody does who answers all day.</summary>
    public async Task ReplyAsync(string text)
    {
        await KeysAsync();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync(text);
        await page.Locator("form[action*=Reply] .button-primary").ClickAsync();
        await page.Locator(".message-staff").GetByText(text).WaitForAsync();
    }

    public async Task NoteAsync(string text)
    {
        await KeysAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync(text);
        await page.Locator("form[action*=Note] button").ClickAsync();
        await page.Locator(".message-note").GetByText(text).WaitForAsync();
    }

    /// <summary>The page may be seen before its keys are listened to.</summary>
    private Task KeysAsync() =>
        page.Locator("html[data-keys]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    public async Task MoveAsync(string status)
    {
        await page.Locator($"#status button[value={status}]").ClickAsync();
        await page.Locator($"#status button[value={status}]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    public async Task LogAsync(int minutes, string note)
    {
        await page.Locator("#Work_Minutes").FillAsync(minutes.ToString(CultureInfo.InvariantCulture));
        await page.Locator("#Work_Note").FillAsync(note);
        await page.Locator("form[action*='Log'] .button-primary").ClickAsync();
        await page.Locator("#work-logs").GetByText(note).WaitForAsync();
    }

    /// <summary>With plain spaces for those that do not break.</summary>
    public async Task<string> HoursLeftAsync() =>
        (await page.Locator("#customer .facts .duration").InnerTextAsync()).Replace('\u00A0', ' ');
}
