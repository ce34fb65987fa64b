using System.Net;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Credentials;

/// <summary>The safe as a customer and staff use it, without scripts.</summary>
public sealed class CredentialPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Secret = "open sesame";

    [Fact]
    public async Task FLU_24_A_customer_stores_an_access_for_a_ticket_staff_look_once_and_the_customer_reads_it()
    {
        var (customer, number) = await OpenTicketAsync();
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);

        await browser.OpenAsync($"/credentials?ticket={number}");
        await DoAsync(browser, "form#store", ("Input.Name", "Shop admin"), ("Input.UserName", "ana"), ("Input.Secret", Secret));
        Assert.Contains("Shop admin", browser.Page.QuerySelector("#credentials")!.TextContent, StringComparison.Ordinal);

        await staff.OpenAsync($"/desk/tickets/{number}");
        Assert.Null(staff.Page.QuerySelector("#credentials form"));
        await DoAsync(staff, "form[action*=Assign]", ("take", "true"));
        await staff.SubmitAsync("#credentials form");
        Assert.Equal(HttpStatusCode.OK, staff.Status);
        Assert.Equal(Secret, staff.Page.QuerySelector(".credential-shown pre")!.TextContent);
        await staff.OpenAsync($"/desk/tickets/{number}");
        Assert.Null(staff.Page.QuerySelector("#credentials form"));
        Assert.Contains("It is shown once", staff.Page.QuerySelector("#credentials")!.TextContent, StringComparison.Ordinal);

        await browser.OpenAsync("/credentials");
        Assert.Contains($"#{number}", browser.Page.QuerySelector("#reveals")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await browser.OpenAsync($"/tickets/{number}");
        Assert.NotNull(browser.Page.QuerySelector("#credentials form[action*=Share]:nth-of-type(2)"));
        Assert.Contains("looked at an access", browser.Page.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        await DoAsync(browser, "#credentials form");
        Assert.Null(browser.Page.QuerySelector("#credentials li"));
        await DoAsync(browser, "#credentials form", ("id", browser.Page.QuerySelector("#share-credential option")!.GetAttribute("value")!));
        Assert.NotNull(browser.Page.QuerySelector("#credentials li"));
    }

    [Fact]
    public async Task Opening_the_address_of_a_credential_shows_nothing_and_strangers_are_turned_away()
    {
        var (customer, number) = await OpenTicketAsync();
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);
        using var stranger = host.CreateClient();

        await browser.OpenAsync($"/desk/tickets/{number}/credentials/{Guid.Empty}");
        await staff.OpenAsync($"/desk/tickets/{number}/credentials/{Guid.Empty}");
        var turnedAway = await stranger.GetAsync(new Uri("/credentials", UriKind.Relative));

        Assert.Contains("/error/403", browser.Location, StringComparison.Ordinal);
        Assert.Equal($"/desk/tickets/{number}", staff.Location);
        Assert.Contains("/sign-in?returnTo=", turnedAway.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_kept_on_a_page_that_no_cache_keeps()
    {
        var (customer, _) = await OpenTicketAsync();
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        await browser.OpenAsync("/credentials");

        await browser.SubmitAsync("form#store", ("Input.Name", ""), ("Input.Secret", Secret));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains(Secret, browser.Page.QuerySelector("#Input_Secret")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(browser.Page.QuerySelector("#Input_Name-error")!.TextContent.Trim());
        await browser.OpenAsync("/credentials?ticket=999999");
        await browser.SubmitAsync("form#store", ("Input.Name", "Shop"), ("Input.Secret", Secret));
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private static async Task DoAsync(PlainBrowser browser, string form, params (string Name, string Value)[] fields)
    {
        await browser.SubmitAsync(form, fields);
        Assert.True(browser.Status == HttpStatusCode.Redirect, browser.Text);
        await browser.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private async Task<(Buyer Customer, int Number)> OpenTicketAsync()
    {
        var customer = await Buyer.OpenAsync(host);
        var opened = await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(), customer.Viewer, CancellationToken.None);
        return (customer, opened.Value.Number);
    }
}
