using System.Text;
using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Pages;

/// <summary>The pages on which a customer asks for work and follows it.</summary>
public sealed class TicketPages(IPage page)
{
    public Task OpenFormAsync() => page.GotoAsync("/tickets/new");

    public async Task FillAsync(string subject, string body, bool urgent, bool weighty)
    {
        await page.Locator("[name='Input.Kind'][value=support]").CheckAsync();
        await page.Locator("#Input_Subject").FillAsync(subject);
        await page.Locator("#Input_Body").FillAsync(body);
        await page.Locator($"[name='Input.Urgency'][value={(urgent ? "High" : "Low")}]").CheckAsync();
        await page.Locator($"[name='Input.Impact'][value={(weighty ? "High" : "Low")}]").CheckAsync();
    }

    /// <summary>Waits until the form says what would come of it, and gives the class.</summary>
    public async Task<string> OutlookAsync(string @class)
    {
        var shown = page.Locator(".outlook-class").GetByText(@class);
        await shown.WaitForAsync();
        return await page.Locator("#outlook").InnerTextAsync();
    }

    public Task AttachAsync(string name, string text) => page.Locator("#Input_Files").SetInputFilesAsync(new FilePayload
    {
        Name = name,
        MimeType = "text/plain",
        Buffer = Encoding.UTF8.GetBytes(text),
    });

    public Task PreviewAsync() => page.Locator("[data-preview]").ClickAsync();

    /// <summary>Sends the form and gives the ticket's number.</summary>
    public async Task<int> SendAsync()
    {
        await page.Locator("[data-send]").ClickAsync();
        await page.Locator("#conversation").WaitForAsync();
        return int.Parse(page.Url.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<string> StatusAsync() => await page.Locator("#now .badge").First.InnerTextAsync();

    public Task WaitForStatusAsync(string status) => page.Locator("#now .badge").GetByText(status).WaitForAsync();

    public Task WaitUntilLiveAsync() => page.Locator("[data-state=live]").WaitForAsync();

    public Task WaitForMessageAsync(string text) => page.Locator(".message").GetByText(text).WaitForAsync();

    public async Task<string> DownloadAsync()
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".attachments a").First.ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync();
    }
}
