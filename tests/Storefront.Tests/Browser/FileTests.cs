using Microsoft.Playwright;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;

namespace Storefront.Tests.Browser;

/// <summary>Files of a ticket: chosen and dragged in, sent at once and shown on their way.</summary>
public sealed class FileTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Drop = """
        () => {
          const files = new DataTransfer();
          for (const [name, text] of [["dragged.csv", "id;total\n1;2\n"], ["virus.exe", "MZ"], ["not-really.png", "text"]]) {
            files.items.add(new File([text], name));
          }
          for (const kind of ["dragover", "drop"]) {
            document.querySelector("#Input_Body").dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
          }
        }
        """;

    [BrowserFact]
    public Task FLU_18_Files_are_chosen_and_dragged_in_and_what_cannot_be_sent_says_why() => VisitAsync(Screen.Desktop with { Language = "en" }, async page =>
    {
        var buyer = await Buyer.OpenAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
        var tickets = new TicketPages(page);
        await tickets.OpenFormAsync();
        await tickets.FillAsync("With files", "See them.", urgent: true, weighty: true);
        await tickets.OutlookAsync("Critical");

        await page.Locator("#Input_Files").SetInputFilesAsync(
        [
            new FilePayload { Name = "one.txt", MimeType = "text/plain", Buffer = "one"u8.ToArray() },
            new FilePayload { Name = "two.txt", MimeType = "text/plain", Buffer = "two"u8.ToArray() },
        ]);
        await page.EvaluateAsync(Drop);

        var faults = page.Locator(".file-row[data-file-row=failed] .file-fault");
        await page.Locator(".file-row[data-file-row=sent]").Nth(2).WaitForAsync();
        await faults.Nth(1).WaitForAsync();
        Assert.Contains("virus.exe is of a type", await faults.First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("not-really.png", await faults.Last.InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Take off two.txt" }).ClickAsync();
        await tickets.SendAsync();
        await Assertions.Expect(page.Locator(".attachments a")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        Assert.Equal(["dragged.csv", "one.txt"], (await page.Locator(".attachments a").AllInnerTextsAsync()).Select(text => text.Split(' ', '\n')[0]).Order());
    });
}
