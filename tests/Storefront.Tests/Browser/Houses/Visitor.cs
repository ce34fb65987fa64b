using Microsoft.Playwright;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser.Houses;

/// <summary>Somebody who reads and clicks. What is read is waited for: pages change by themselves.</summary>
public class Visitor(IPage page)
{
    private const int Patience = 60_000;

    public IPage Page { get; } = page;

    public async Task OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path}: {answer.Status}");
    }

    /// <summary>The page says all of it; spaces that do not break count as those that do.</summary>
    public Task ReadAsync(params string[] texts) => ReadAtAsync("main", texts);

    /// <summary>One place of the page says all of it.</summary>
    public async Task ReadAtAsync(string place, params string[] texts)
    {
        foreach (var text in texts)
        {
            await Assertions.Expect(Page.Locator(place).First).ToContainTextAsync(text, new() { UseInnerText = true, Timeout = Patience });
        }
    }

    /// <summary>Opens a page and reads it.</summary>
    public async Task ReadOnAsync(string path, params string[] texts)
    {
        await OpenAsync(path);
        await ReadAsync(texts);
    }

    /// <summary>None of it stands on the page as it is now.</summary>
    public async Task NeverReadAsync(params string[] texts)
    {
        var shown = (await Page.Locator("main").InnerTextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ');
        foreach (var text in texts)
        {
            Assert.DoesNotContain(text, shown, StringComparison.Ordinal);
        }
    }

    public Task FillAsync(string place, string text) => Page.Locator(place).First.FillAsync(text);

    public Task ChooseAsync(string name, string value) => Page.Locator($"[name='{name}'][value='{value}']").First.CheckAsync();

    /// <summary>Clicks on what leads to another page, and is there.</summary>
    public Task ClickAsync(string place) => LeaveAsync(Page.Locator(place).First);

    /// <summary>A link of the page's content, by its whole name.</summary>
    public Task FollowAsync(string name) => LeaveAsync(Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First);

    /// <summary>A button of the page's content, by its whole name.</summary>
    public Task PressAsync(string name) => LeaveAsync(Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First);

    /// <summary>Opens what is folded, whether or not it was open.</summary>
    public Task UnfoldAsync(string place) => Page.Locator(place).First.EvaluateAsync("place => { place.closest('details').open = true }");

    public Task GiveFileAsync(string place, string name, string mediaType, byte[] content) =>
        Page.Locator(place).SetInputFilesAsync(new FilePayload { Name = name, MimeType = mediaType, Buffer = content });

    /// <summary>Moves the sandbox's clock by an ISO 8601 period, and returns when everything that fell due has been done.</summary>
    public async Task MoveClockAsync(string period)
    {
        var moved = await Page.APIRequest.PostAsync("/sandbox/clock", new() { DataObject = new { advance = period }, Timeout = 2 * Patience });
        Assert.True(moved.Ok, await moved.TextAsync());
    }

    /// <summary>Registers from where a choice has been made, confirms by the mail, and is back at the choice.</summary>
    public async Task RegisterAsync(string company, string name, string email, string back)
    {
        await ClickAsync("main a[href*='/register']");
        await RegisterHereAsync(company, name, email);
        await Page.ArriveAsync(back);
    }

    /// <summary>Fills in the form that is open, and confirms by the mail.</summary>
    public async Task RegisterHereAsync(string company, string name, string email)
    {
        await FillAsync("#Input_Company", company);
        await FillAsync("#Input_Name", name);
        await FillAsync("#Input_Email", email);
        await FillAsync("#Input_Password", Buyer.Password);
        await ClickAsync("main form .button-primary");
        await OpenMailAsync(email, "/confirm");
        await ClickAsync("main form .button-primary");
    }

    /// <summary>Follows a link of the newest mail to somebody that has such a link.</summary>
    public async Task OpenMailAsync(string email, string link)
    {
        var mail = Page.Locator("details", new() { HasText = email, Has = Page.Locator($"a[href*='{link}']") }).First;
        await Eventually.IsTrueAsync(async () =>
        {
            await OpenAsync("/sandbox/mail");
            return await mail.CountAsync() > 0;
        }, seconds: 60);
        await mail.EvaluateAsync("mail => { mail.open = true }");
        await LeaveAsync(mail.Locator($"a[href*='{link}']").First);
    }

    /// <summary>A mail to somebody with this subject and all of that in it.</summary>
    public async Task ReadMailAsync(string email, string subject, params string[] texts)
    {
        var mail = Page.Locator("details", new() { HasText = email }).Filter(new() { HasText = subject }).First;
        await Eventually.IsTrueAsync(async () =>
        {
            await OpenAsync("/sandbox/mail");
            return await mail.CountAsync() > 0;
        }, seconds: 60);
        await mail.EvaluateAsync("mail => { mail.open = true }");
        foreach (var text in texts)
        {
            await Assertions.Expect(mail).ToContainTextAsync(text, new() { UseInnerText = true, Timeout = Patience });
        }
    }

    /// <summary>Goes on from a page with a card's choice to the local Stripe, and pays.</summary>
    public async Task PayByCardAsync()
    {
        await ClickAsync("main form .button-primary");
        await Page.ArriveAsync("**/sandbox/stripe/pay/**");
        await new BuyingPages(Page).PayAsync(PaymentPage.GoodCard);
        await Page.ArriveAsync("**/orders/**");
    }

    // Another page has none of the marks that were left on this one. To go elsewhere before it is there would break off what was sent.
    private async Task LeaveAsync(ILocator target)
    {
        await Page.EvaluateAsync("() => { window.isLeft = true }");
        await target.ClickAsync();
        await Page.UntilAsync("!window.isLeft && document.readyState === 'complete'");
    }
}
