using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk.Presence;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk.Lists;

/// <summary>The list and the board without scripts, and who is looking.</summary>
public sealed class DeskListPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task Several_tickets_are_changed_at_once_and_the_page_says_which_were_not_and_why()
    {
        var (_, first) = await OpenAsync("Precios");
        var (_, second) = await OpenAsync("Precios");
        using var browser = await StaffAsync();
        await browser.OpenAsync("/desk?q=precios&order=Newest");
        Assert.Equal([second, first], NumbersOn(browser).Take(2));

        await DoAsync(browser, "#bulk", ("numbers", $"{second}"), ("act", "move"), ("status", "Closed"));
        Assert.Contains("q=precios&order=Newest", browser.Page.QuerySelector("#bulk")!.GetAttribute("action"), StringComparison.Ordinal);
        await DoAsync(browser, "#bulk", ("numbers", $"{first}"), ("numbers", $"{second}"), ("act", "move"), ("status", "InProgress"));

        var report = string.Join(' ', browser.Page.QuerySelector("[data-bulk-report]")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"1 ticket changed #{first}", report, StringComparison.Ordinal);
        Assert.Contains($"Not changed: #{second} –", report, StringComparison.Ordinal);
        Assert.Equal([TicketStatus.InProgress, TicketStatus.Closed], [await StatusAsync(first), await StatusAsync(second)]);

        await DoAsync(browser, "#bulk", ("act", "confirm"));
        Assert.Contains("Choose at least one ticket first", browser.Text, StringComparison.Ordinal);
        await DoAsync(browser, "#bulk", ("numbers", $"{first}"), ("act", "assign"), ("assignee", "somebody"));
        Assert.Contains("Say what should happen", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_of_the_board_is_moved_by_its_button_and_the_filters_stay()
    {
        var (customer, number) = await OpenAsync("Tablero");
        using var browser = await StaffAsync();
        await browser.OpenAsync($"/desk/board?account={customer.Account.Value}");
        var card = browser.Page.QuerySelector($"[data-board-column=Open] [data-board-card]:has(a[href='/desk/tickets/{number}'])")!;
        Assert.Contains($"{number}:InProgress", card.QuerySelectorAll("[data-board-step]").Select(button => button.GetAttribute("value")));

        await DoAsync(browser, "#move", ("to", $"{number}:InProgress"));

        Assert.NotNull(browser.Page.QuerySelector($"[data-board-column=InProgress] a[href='/desk/tickets/{number}']"));
        Assert.Contains($"account={customer.Account.Value}", browser.Page.QuerySelector("#move")!.GetAttribute("action"), StringComparison.Ordinal);
        await DoAsync(browser, "#move", ("to", $"{number}:Scheduled"));
        Assert.Contains("stays where it is", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("#move", ("to", "nonsense"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Theory]
    [InlineData("?show=Nothing&status=7&class=%00&plan=%25&assignee=x&account=y&order=99&at=-4&q=%23")]
    [InlineData("?at=999999999999&q=%27%20OR%201%3D1")]
    [InlineData("?show=Done&at=3")]
    public async Task Addresses_of_strangers_make_an_ordinary_page(string query)
    {
        using var browser = await StaffAsync();
        await browser.OpenAsync($"/desk{query}");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.OpenAsync($"/desk/board{query}");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task COM_06_Who_looks_at_a_ticket_is_shown_to_colleagues_until_they_leave_and_never_to_the_customer()
    {
        var (customer, number) = await OpenAsync("Presencia");
        var colleague = await StaffMember.HireAsync(host, "Tomás Rivas");
        using var his = await PlainBrowser.SignInAsync(host, colleague.Email, StaffMember.Password);
        using var browser = await StaffAsync();
        using var theirs = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        var presence = host.Services.GetRequiredService<DeskPresence>();
        await his.OpenAsync($"/desk/tickets/{number}");
        var stream = his.Page.QuerySelector("[data-live-stream]")!.GetAttribute("data-live-stream")!;

        using (var leaving = new CancellationTokenSource())
        {
            var looking = his.FollowStreamAsync(stream, leaving.Token);
            await Eventually.IsTrueAsync(() => Task.FromResult(presence.At(number).Count == 1));
            await browser.OpenAsync($"/desk/tickets/{number}");
            Assert.Contains("Tomás Rivas is looking at this ticket too", browser.Page.QuerySelector("#presence")!.TextContent, StringComparison.Ordinal);
            await his.OpenAsync($"/desk/tickets/{number}");
            Assert.Empty(his.Page.QuerySelector("#presence")!.TextContent.Trim());
            await theirs.OpenAsync($"/tickets/{number}");
            Assert.Equal(HttpStatusCode.OK, theirs.Status);
            Assert.DoesNotContain("Tomás", theirs.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Contains("FORBIDDEN", await theirs.AskAsync(stream), StringComparison.Ordinal);
            await leaving.CancelAsync();
            await looking;
        }

        await Eventually.IsTrueAsync(() => Task.FromResult(presence.At(number).Count == 0));
        await browser.OpenAsync($"/desk/tickets/{number}");
        Assert.Empty(browser.Page.QuerySelector("#presence")!.TextContent.Trim());
    }

    private static List<int> NumbersOn(PlainBrowser browser) =>
        [.. browser.Page.QuerySelectorAll("input[name=numbers]").Select(box => int.Parse(box.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture))];

    private static async Task DoAsync(PlainBrowser browser, string form, params (string Name, string Value)[] fields)
    {
        await browser.SubmitAsync(form, fields);
        Assert.True(browser.Status == HttpStatusCode.Redirect, browser.Text);
        await browser.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private async Task<PlainBrowser> StaffAsync() =>
        await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);

    private async Task<(Buyer Customer, int Number)> OpenAsync(string subject)
    {
        var customer = await Buyer.OpenAsync(host);
        var opened = await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(subject: subject), customer.Viewer, CancellationToken.None);
        return (customer, opened.Value.Number);
    }

    private async Task<TicketStatus> StatusAsync(int number)
    {
        await using var db = host.Db();
        return await db.Set<Ticket>().Where(row => row.Number == number).Select(row => row.Status).SingleAsync();
    }
}
