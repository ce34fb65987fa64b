using System.IO.Compression;
using Microsoft.Playwright;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Attachments;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Projects;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser;

/// <summary>Files on their way in the browser: how far they are, and what is left when the way is cut.</summary>
public sealed class FilesTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private StorefrontHost? house;

    protected override Uri Address => house!.Address;

    [BrowserFact]
    public Task TEC_04_An_upload_says_how_far_it_is_and_one_that_is_cut_leaves_nothing_but_what_was_typed() => InAsync(async (page, buyer) =>
    {
        var number = await BoughtProject.OrderAsync(house!, buyer);
        await BoughtProject.PayAsync(house!, buyer, number);
        await page.GotoAsync($"/projects/{number}");
        var input = page.Locator("#input-logo");
        await input.Locator("input[name=use]").FillAsync("Header");
        await input.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = SampleFiles.Of(".png") });

        await page.RouteAsync("**/attachments", route => route.AbortAsync());
        await input.Locator("form .button-primary").ClickAsync();
        await input.GetByText("The upload was cut off").WaitForAsync();
        Assert.Equal("Header", await input.Locator("input[name=use]").InputValueAsync());
        Assert.Equal(0, await input.Locator("input[name=kept]").CountAsync());
        await page.UnrouteAsync("**/attachments");

        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/attachments", async route =>
        {
            await seen.Task;
            await route.ContinueAsync();
        });
        await input.Locator("form .button-primary").ClickAsync();
        await input.Locator("progress").WaitForAsync();
        Assert.True(await input.Locator("form .button-primary").IsDisabledAsync());
        seen.SetResult();
        await page.Locator("#input-logo[data-status=Given]").WaitForAsync();
        await page.Locator("#input-logo").GetByText("logo.png").WaitForAsync();
    });

    [BrowserFact]
    public Task FLU_25_An_export_says_when_it_has_come_whole_and_when_it_was_cut() => InAsync(async (page, buyer) =>
    {
        await BoughtProject.OrderAsync(house!, buyer);
        await page.GotoAsync("/account/export");
        var form = page.Locator("form[data-download]");
        await page.RouteAsync("**/account/export", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await form.Locator("button").ClickAsync();
        await form.GetByText("The download stopped").WaitForAsync();
        Assert.True(await form.Locator("button").IsEnabledAsync());
        await page.UnrouteAsync("**/account/export");

        var download = await page.RunAndWaitForDownloadAsync(() => form.Locator("button").ClickAsync());
        await form.Locator("progress[value='100']").WaitForAsync();
        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
        await using var file = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        using var zip = new ZipArchive(copy, ZipArchiveMode.Read);
        Assert.Contains(zip.Entries, entry => entry.FullName == "csv/projects.csv" && entry.Length > 100);
    });

    private async Task InAsync(Func<IPage, Buyer, Task> test, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        house = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["House"] = "tecnosoluciones";
            builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "tecnosoluciones");
        });
        await using (house)
        {
            var buyer = await Buyer.OpenAsync(house);
            await VisitAsync(
                Screen.Desktop with { Language = "en" },
                async page =>
                {
                    await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
                    await test(page, buyer);
                },
                name);
        }
    }
}
